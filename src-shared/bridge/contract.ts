import { z } from 'zod';
import { backupProcedures } from './backups';
import { cabinetProcedures } from './cabinet';
import { commandProcedures, commandViewSchema } from './commands';
import { diagnosisProcedures } from './diagnosis';
import { documentProcedures } from './documents';
import { exportProcedures, exportViewSchema } from './exports';
import { packageProcedures } from './packages';
import { previewProcedures } from './previews';
import type { Envelope } from './procedure';
import { demoProcedures, programProcedures } from './program';
import { requestProcedures } from './requests';
import { sessionProcedures, sessionViewSchema } from './session';
import { settingsSchema } from './settings';
import { subscriberChangeProcedures } from './subscriber-changes';
import { syncProcedures, syncStatusSchema } from './sync';
import { workCalendarProcedures } from './work-calendar';

/** The whole surface between the window and the rest of the program. */
export const procedures = {
  ...sessionProcedures,
  ...syncProcedures,
  ...cabinetProcedures,
  ...commandProcedures,
  ...requestProcedures,
  ...subscriberChangeProcedures,
  ...documentProcedures,
  ...diagnosisProcedures,
  ...backupProcedures,
  ...workCalendarProcedures,
  ...exportProcedures,
  ...previewProcedures,
  ...packageProcedures,
  ...programProcedures,
  ...demoProcedures,
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type ProcedureInput<Name extends ProcedureName> = z.input<Procedures[Name]['input']>;
export type ProcedureOutput<Name extends ProcedureName> = z.output<Procedures[Name]['output']>;

type OwnedBy<Owner> = {
  [Name in ProcedureName]: Procedures[Name]['owner'] extends Owner ? Name : never;
}[ProcedureName];
export type CoreProcedureName = OwnedBy<'core'>;
export type MainProcedureName = OwnedBy<'main'>;

/** One handler for every procedure of an owner; a missing one does not compile. */
export type Handlers<Name extends ProcedureName> = {
  [Key in Name]: (
    input: z.output<Procedures[Key]['input']>,
  ) => ProcedureOutput<Key> | Promise<ProcedureOutput<Key>>;
};

/** What the program tells the window unasked. */
export const events = {
  'session.changed': sessionViewSchema,
  'sync.status': syncStatusSchema,
  /** Names of the cached data sets that changed; queries over them are asked again. */
  'cache.changed': z.strictObject({ sets: z.array(z.string()) }),
  /** A command moved on: sent, answered, taken back. */
  'commands.changed': commandViewSchema,
  'exports.changed': exportViewSchema,
  'settings.changed': settingsSchema,
  /** A copy was begun, made or given up; the list is to be asked for again. */
  'backups.changed': z.strictObject({}),
  'demo.changed': z.strictObject({ what: z.enum(['state', 'post']) }),
  /** The core process died and was started again; the person has to sign in once more. */
  'core.restarted': z.strictObject({}),
  /** The core process died again and again; it is left alone until `program.startAgain`. */
  'core.stopped': z.strictObject({}),
  /** A command of the application menu. */
  'menu.command': z.strictObject({
    command: z.enum(['back', 'forward', 'search', 'settings', 'sync', 'sign-out', 'about']),
  }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;

/** What the page finds there: a function for every procedure and a subscription for every event. */
export type BridgeApi = {
  call: {
    [Name in ProcedureName]: (input: ProcedureInput<Name>) => Promise<Envelope<ProcedureOutput<Name>>>;
  };
  on: { [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void };
  /** Said once the page has subscribed; events wait for it. */
  ready(): void;
};
