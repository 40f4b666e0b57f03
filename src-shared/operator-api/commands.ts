import { z } from 'zod';
import {
  daySchema,
  deliverySchema,
  instantSchema,
  moneySchema,
  monthSchema,
  phoneSchema,
} from '../domain/account';
import { OWN_LIST_MAX } from '../domain/number-list';
import {
  APPEAL_TEXT_MAX,
  appealTopics,
  callCentreSettingsSchema,
  cdrOrderDirections,
  evidenceSchema,
  invoiceFileFormats,
} from '../domain/requests';
import { sipPasswordSchema } from '../domain/subscriber-changes';

const subscriberId = z.int().positive();
/** Subscribers chosen in a list; an own list typed by hand is shorter. */
export const CHOSEN_MAX = 3000;

/**
 * Everything a client can ask the operator to do. Every command is `POST {path}` with an Idempotency-Key and is
 * answered with the id of what it made or changed, or refused with a problem; «rule-violated» names its rule.
 */
export const commands = {
  'register-payment': {
    path: '/guarantees',
    summary: 'Ask to put off the payment of the regular invoice (guide §2.2.3)',
    body: z.strictObject({ amount: moneySchema, promisedOn: daySchema }),
  },
  'order-invoice-email': {
    path: '/orders/invoice-emails',
    summary: 'Send a regular invoice once more to the current e-mail (guide §2.3.1)',
    body: z.strictObject({ month: monthSchema }),
  },
  'order-invoice-file': {
    path: '/orders/invoice-files',
    summary: 'Form an invoice to be downloaded (guide §2.3.2)',
    body: z.strictObject({ month: monthSchema, format: z.enum(invoiceFileFormats) }),
  },
  'change-delivery': {
    path: '/delivery',
    summary: 'Change how and where regular invoices are delivered (guide §2.3.3)',
    body: deliverySchema,
  },
  'order-cdr-email': {
    path: '/orders/cdr-emails',
    summary: 'Send call detail records by e-mail a day later (guide §2.3.4)',
    body: z.strictObject({
      fromDay: daySchema,
      toDay: daySchema,
      direction: z.enum(cdrOrderDirections),
      numbers: z.array(phoneSchema).min(1).max(CHOSEN_MAX),
    }),
  },
  'order-charges-email': {
    path: '/orders/charges-emails',
    summary: 'Send the preliminary invoice of the current period (guide §2.3.5)',
    body: z.strictObject({
      /** Null: the whole account. */
      numbers: z.array(phoneSchema).min(1).max(OWN_LIST_MAX).nullable(),
    }),
  },
  'open-appeal': {
    path: '/appeals',
    summary: 'Write to the operator’s specialists (guide §2.5)',
    body: z.strictObject({
      subscriberId: subscriberId.nullable(),
      topic: z.enum(appealTopics),
      text: z.string().trim().min(1).max(APPEAL_TEXT_MAX),
      evidence: z.array(evidenceSchema).max(20),
    }),
  },
  'answer-appeal': {
    path: '/appeal-messages',
    summary: 'Add a message to an open request',
    body: z.strictObject({
      appealId: z.int().positive(),
      text: z.string().trim().min(1).max(APPEAL_TEXT_MAX),
    }),
  },
  'change-call-centre': {
    path: '/call-centre-settings',
    summary: 'Change the mobile call centre',
    body: callCentreSettingsSchema,
  },
  'add-service': {
    path: '/services-added',
    summary: 'Connect a service to a subscriber (guide §3.2)',
    body: z.strictObject({ subscriberId, code: z.string().min(1).max(60) }),
  },
  'remove-service': {
    path: '/services-removed',
    summary: 'Disconnect a service of a subscriber (guide §3.2)',
    body: z.strictObject({ subscriberId, serviceId: z.int().positive() }),
  },
  'suspend-subscriber': {
    path: '/suspensions',
    summary: 'Pause a number for some days (guide §3.2)',
    body: z.strictObject({ subscriberId, fromDay: daySchema, toDay: daySchema }),
  },
  'resume-subscriber': {
    path: '/resumptions',
    summary: 'End a pause that goes on, or call off one that is planned',
    body: z.strictObject({ subscriberId, suspensionId: z.int().positive() }),
  },
  'change-plan': {
    path: '/plan-changes',
    summary: 'Change the tariff plan from the first of the next month',
    body: z.strictObject({ subscriberId, planId: z.int().positive() }),
  },
  'cancel-plan-change': {
    path: '/plan-cancellations',
    summary: 'Call off a change of the tariff plan that has not taken effect',
    body: z.strictObject({ subscriberId, planChangeId: z.int().positive() }),
  },
  'change-channels': {
    path: '/channel-packages',
    summary: 'Change the package of channels (guide §3.3)',
    body: z.strictObject({ subscriberId, code: z.string().min(1).max(60) }),
  },
  'change-sip-password': {
    path: '/sip-passwords',
    summary: 'Set a new password of a SIP line (guide §3.4)',
    body: z.strictObject({ subscriberId, password: sipPasswordSchema }),
  },
} as const satisfies Record<string, { path: string; summary: string; body: z.ZodType }>;

export type CommandKind = keyof typeof commands;
export const commandKinds = Object.keys(commands) as CommandKind[];
export type CommandBody<Kind extends CommandKind> = z.output<(typeof commands)[Kind]['body']>;

/** `id` names what was made or changed; null where there is nothing to name. */
export const commandAnswerSchema = z.strictObject({
  id: z.int().positive().nullable(),
  serverTime: instantSchema,
});
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
