import { z } from 'zod';
import { instantSchema } from '../domain/account';
import { type CommandBody, type CommandKind, commandKinds, commands } from '../operator-api/commands';
import { bridgeErrorSchema } from './error-schema';
import { coreProcedure } from './procedure';

/**
 * «waiting»: stored here, not yet with the operator (no network, or its turn has not come);
 * «sending»: on its way, the answer is not known; «accepted» and «rejected»: the operator's answer;
 * «cancelled»: taken back before it was sent.
 */
export const commandStates = ['waiting', 'sending', 'accepted', 'rejected', 'cancelled'] as const;
export type CommandState = (typeof commandStates)[number];

const submissions = commandKinds.map((kind) =>
  z.strictObject({ kind: z.literal(kind), body: commands[kind].body }),
);

/** A command as the window submits it. */
export type Submission = {
  [Kind in CommandKind]: { kind: Kind; body: CommandBody<Kind> };
}[CommandKind];

// The union is made from the table of commands; its type cannot be inferred from a mapped array.
export const submissionSchema = z.discriminatedUnion(
  'kind',
  submissions as unknown as [z.core.$ZodTypeDiscriminable],
) as unknown as z.ZodType<Submission, Submission>;

/** A row of «Журнал операций». Secrets (passwords of SIP lines) are never in it. */
export const commandViewSchema = z.strictObject({
  id: z.int().positive(),
  kind: z.enum(commandKinds as [CommandKind, ...CommandKind[]]),
  /** The command's body without secrets. */
  body: z.record(z.string(), z.json()),
  /** Subscriber it is about; null: the account. */
  subscriberId: z.int().positive().nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  state: z.enum(commandStates),
  attempts: z.int().min(0),
  nextTryAt: instantSchema.nullable(),
  /** What the operator made: id in the feed the command belongs to. */
  resultId: z.int().positive().nullable(),
  /** Why it was rejected, or why the last try did not get through. */
  error: bridgeErrorSchema.nullable(),
});
export type CommandView = z.infer<typeof commandViewSchema>;

const pageInput = { offset: z.int().min(0), limit: z.int().min(1).max(500) };

export const commandProcedures = {
  /**
   * Stores the command durably and sends it as soon as it can; answers at once, the rest comes by events.
   * @throws CabinetError command-needs-network in a visit-only cache, where nothing can wait
   */
  'commands.submit': coreProcedure(submissionSchema, commandViewSchema),
  'commands.get': coreProcedure(z.strictObject({ id: z.int().positive() }), commandViewSchema),
  /** Newest first. `search` looks in kinds' words, numbers and texts. */
  'commands.list': coreProcedure(
    z.strictObject({
      search: z.string().max(80),
      states: z.array(z.enum(commandStates)).optional(),
      ...pageInput,
    }),
    z.strictObject({ items: z.array(commandViewSchema), total: z.int().min(0) }),
  ),
  /** Tries a waiting command at once. @throws CabinetError command-not-waiting */
  'commands.retry': coreProcedure(z.strictObject({ id: z.int().positive() }), commandViewSchema),
  /**
   * Takes back a command that waits.
   * @throws CabinetError command-not-waiting; command-may-be-done when a try was not answered: the operator may have it
   */
  'commands.cancel': coreProcedure(z.strictObject({ id: z.int().positive() }), commandViewSchema),
} as const;
