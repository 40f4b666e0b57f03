import type { z } from 'zod';
import { type CommandKind, commandAnswerSchema, commands } from './commands';
import {
  documentQuerySchema,
  documentSchema,
  sipPasswordAnswerSchema,
  sipPasswordQuerySchema,
} from './documents';
import {
  accountAnswerSchema,
  type FeedName,
  feedHeadsSchema,
  feedItems,
  feedPageSchema,
  feedQuerySchema,
} from './feeds';
import { monthFileLineSchema, monthFileQuerySchema, monthFilesSchema } from './month-files';
import {
  passwordChangeAnswerSchema,
  passwordChangeSchema,
  recoveryAnswerSchema,
  recoveryRequestSchema,
  sessionSchema,
  signInSchema,
  smsCodeAnswerSchema,
  smsCodeRequestSchema,
} from './sessions';

/** Version prefix of every path. */
export const API_PREFIX = '/v1';
/** Header of every command; the operator answers a repeated key with the first answer. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';
/** Content type of an answer in lines. */
export const LINES_TYPE = 'application/x-ndjson';

export type Endpoint = {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  /** Needs `Authorization: Bearer …`. */
  secured: boolean;
  /** Changes something: needs an Idempotency-Key. */
  command: boolean;
  /** Its answer has an ETag; a request with `If-None-Match` that names it is answered with an empty 304. */
  tagged?: true;
  /** Its answer is a stream of lines (NDJSON), each of which is as `answer` says. */
  lines?: true;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType | null;
};

const commandEndpoint = <Body extends z.ZodType>(command: { path: string; summary: string; body: Body }) =>
  ({
    ...command,
    method: 'post',
    secured: true,
    command: true,
    answer: commandAnswerSchema,
  }) as const satisfies Endpoint;

const feedEndpoint = (name: FeedName) =>
  ({
    method: 'get',
    path: `/${name}`,
    summary: `Changes of ${name} since a cursor`,
    secured: true,
    command: false,
    query: feedQuerySchema,
    answer: feedPageSchema(feedItems[name]),
  }) as const satisfies Endpoint;

/** The whole contract; the OpenAPI document, the operator's routes and the client are made from this table. */
export const endpoints = {
  createSession: {
    method: 'post',
    path: '/sessions',
    summary: 'Sign in by password or SMS code',
    secured: false,
    command: false,
    body: signInSchema,
    answer: sessionSchema,
  },
  deleteSession: {
    method: 'delete',
    path: '/session',
    summary: 'Sign out',
    secured: true,
    command: false,
    answer: null,
  },
  requestSmsCode: {
    method: 'post',
    path: '/sms-codes',
    summary: 'Send a one-time code by SMS',
    secured: false,
    command: false,
    body: smsCodeRequestSchema,
    answer: smsCodeAnswerSchema,
  },
  recoverPassword: {
    method: 'post',
    path: '/password-recoveries',
    summary: 'Send a temporary password to the e-mail of the contract',
    secured: false,
    command: false,
    body: recoveryRequestSchema,
    answer: recoveryAnswerSchema,
  },
  changePassword: {
    method: 'put',
    path: '/password',
    summary: 'Set a new permanent password',
    secured: true,
    command: true,
    body: passwordChangeSchema,
    answer: passwordChangeAnswerSchema,
  },
  getAccount: {
    method: 'get',
    path: '/account',
    summary: 'The account with its contract, balance and delivery',
    secured: true,
    command: false,
    tagged: true,
    answer: accountAnswerSchema,
  },
  getFeedHeads: {
    method: 'get',
    path: '/feed-heads',
    summary: 'Current head cursor of every feed',
    secured: true,
    command: false,
    tagged: true,
    answer: feedHeadsSchema,
  },
  listTariffPlans: feedEndpoint('tariff-plans'),
  listSubscribers: feedEndpoint('subscribers'),
  listServices: feedEndpoint('services'),
  listCharges: feedEndpoint('charges'),
  listPayments: feedEndpoint('payments'),
  listInvoices: feedEndpoint('invoices'),
  listServiceOffers: feedEndpoint('service-offers'),
  listSuspensions: feedEndpoint('suspensions'),
  listPlanChanges: feedEndpoint('plan-changes'),
  listSipLines: feedEndpoint('sip-lines'),
  listGuarantees: feedEndpoint('guarantees'),
  listOrders: feedEndpoint('orders'),
  listInstallments: feedEndpoint('installments'),
  listAppeals: feedEndpoint('appeals'),
  getCallCentre: feedEndpoint('call-centre'),
  listCdrs: feedEndpoint('cdrs'),
  getMonthFiles: {
    method: 'get',
    path: '/month-files',
    summary: 'Finished months whose calls can be had as one file each',
    secured: true,
    command: false,
    answer: monthFilesSchema,
  },
  getMonthFile: {
    method: 'get',
    path: '/month-file',
    summary: 'The calls of a finished month: pages of their feed, one a line',
    secured: true,
    command: false,
    lines: true,
    query: monthFileQuerySchema,
    answer: monthFileLineSchema,
  },
  registerPayment: commandEndpoint(commands['register-payment']),
  orderInvoiceEmail: commandEndpoint(commands['order-invoice-email']),
  orderInvoiceFile: commandEndpoint(commands['order-invoice-file']),
  changeDelivery: commandEndpoint(commands['change-delivery']),
  orderCdrEmail: commandEndpoint(commands['order-cdr-email']),
  orderChargesEmail: commandEndpoint(commands['order-charges-email']),
  openAppeal: commandEndpoint(commands['open-appeal']),
  answerAppeal: commandEndpoint(commands['answer-appeal']),
  changeCallCentre: commandEndpoint(commands['change-call-centre']),
  addService: commandEndpoint(commands['add-service']),
  removeService: commandEndpoint(commands['remove-service']),
  suspendSubscriber: commandEndpoint(commands['suspend-subscriber']),
  resumeSubscriber: commandEndpoint(commands['resume-subscriber']),
  changePlan: commandEndpoint(commands['change-plan']),
  cancelPlanChange: commandEndpoint(commands['cancel-plan-change']),
  changeChannels: commandEndpoint(commands['change-channels']),
  changeSipPassword: commandEndpoint(commands['change-sip-password']),
  getDocument: {
    method: 'get',
    path: '/document',
    summary: 'The file of an order that is done',
    secured: true,
    command: false,
    tagged: true,
    query: documentQuerySchema,
    answer: documentSchema,
  },
  revealSipPassword: {
    method: 'post',
    path: '/sip-password-views',
    summary: 'The password of a SIP line, to be shown on demand and kept nowhere (guide §3.4)',
    secured: true,
    command: false,
    body: sipPasswordQuerySchema,
    answer: sipPasswordAnswerSchema,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;

/** Every answer, refusals included, carries the operator's time in this header (epoch ms). */
export const SERVER_TIME_HEADER = 'server-time';

/** The endpoint of every command. */
export const commandEndpoints = {
  'register-payment': 'registerPayment',
  'order-invoice-email': 'orderInvoiceEmail',
  'order-invoice-file': 'orderInvoiceFile',
  'change-delivery': 'changeDelivery',
  'order-cdr-email': 'orderCdrEmail',
  'order-charges-email': 'orderChargesEmail',
  'open-appeal': 'openAppeal',
  'answer-appeal': 'answerAppeal',
  'change-call-centre': 'changeCallCentre',
  'add-service': 'addService',
  'remove-service': 'removeService',
  'suspend-subscriber': 'suspendSubscriber',
  'resume-subscriber': 'resumeSubscriber',
  'change-plan': 'changePlan',
  'cancel-plan-change': 'cancelPlanChange',
  'change-channels': 'changeChannels',
  'change-sip-password': 'changeSipPassword',
} as const satisfies Record<CommandKind, EndpointName>;
