import { z } from 'zod';
import { daySchema } from '../domain/account';
import { dayKinds } from '../domain/work-calendar';
import { coreProcedure } from './procedure';

const change = z.strictObject({ day: daySchema, kind: z.enum(dayKinds) });

/** The production calendar as the person has it; kept with the account's data, unknown to the operator. */
export const workCalendarProcedures = {
  /** Days that are not as the shipped calendar has them, in their order. */
  'calendar.changes': coreProcedure(z.void(), z.strictObject({ items: z.array(change) })),
  /** Makes a day working or off; as the shipped calendar has it, it is no change any more. */
  'calendar.setDay': coreProcedure(change, z.void()),
  /** Takes all changes of a year back. */
  'calendar.resetYear': coreProcedure(z.strictObject({ year: z.int().min(1900).max(2200) }), z.void()),
} as const;
