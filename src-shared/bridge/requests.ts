import { z } from 'zod';
import { daySchema, instantSchema, monthSchema } from '../domain/account';
import {
  appealSchema,
  callCentreSchema,
  guaranteeSchema,
  installmentSchema,
  orderSchema,
} from '../domain/requests';
import { coreProcedure, mainProcedure } from './procedure';

const asOf = instantSchema.nullable();
const list = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), asOf });
/** Null: of the whole account. */
const ofSubscriber = z.strictObject({ subscriberId: z.int().positive().nullable() });

const callCounts = {
  /** Incoming voice calls answered, missed, and not answered because the line was busy. */
  answered: z.int().min(0),
  missed: z.int().min(0),
  busy: z.int().min(0),
  /** Seconds of answered calls. */
  talkS: z.int().min(0),
};

/** The account's own requests and their answers, newest first (guide §2.2.2–2.6). */
export const requestProcedures = {
  'requests.guarantees': coreProcedure(z.void(), list(guaranteeSchema)),
  'requests.orders': coreProcedure(z.void(), list(orderSchema)),
  'requests.installments': coreProcedure(ofSubscriber, list(installmentSchema)),
  /** With the number of operator messages not read yet. */
  'requests.appeals': coreProcedure(
    ofSubscriber,
    z.strictObject({
      items: z.array(z.strictObject({ appeal: appealSchema, unread: z.int().min(0) })),
      unread: z.int().min(0),
      asOf,
    }),
  ),
  'requests.markAppealRead': coreProcedure(z.strictObject({ id: z.int().positive() }), z.void()),
  'requests.callCentre': coreProcedure(
    z.void(),
    z.strictObject({ callCentre: callCentreSchema.nullable(), asOf }),
  ),
  /** Incoming calls of the call centre's numbers in a month, from the CDRs: every day of it up to today. */
  'requests.callCentreCalls': coreProcedure(
    z.strictObject({ month: monthSchema }),
    z.strictObject({
      days: z.array(z.strictObject({ day: daySchema, ...callCounts })),
      operators: z.array(
        z.strictObject({
          subscriberId: z.int().positive(),
          number: z.string(),
          name: z.string(),
          ...callCounts,
        }),
      ),
      asOf,
    }),
  ),
  /**
   * Asks where to save the ready file of an order, downloads and writes it. Null: the dialog was closed.
   * @throws CabinetError document-not-ready, document-damaged, and what the disk and the operator may do
   */
  'requests.saveDocument': mainProcedure(
    z.strictObject({ orderId: z.int().positive() }),
    z.strictObject({ fileName: z.string(), path: z.string() }).nullable(),
  ),
} as const;
