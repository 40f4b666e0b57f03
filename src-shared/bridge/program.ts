import { z } from 'zod';
import { instantSchema, moneySchema } from '../domain/account';
import { mainProcedure } from './procedure';
import { demoSizes, settingsSchema } from './settings';

export const programInfoSchema = z.strictObject({
  version: z.string(),
  runtime: z.enum(['electron', 'stand-in']),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  platform: z.string(),
  packaged: z.boolean(),
  dataFolder: z.string(),
  /** Where session tokens are kept: the system's keyring, or memory for this visit only. */
  secrets: z.enum(['keyring', 'visit']),
  operatorUrl: z.string(),
});
export type ProgramInfo = z.infer<typeof programInfoSchema>;

/** Small facts of the window that survive a restart: column widths, open page, folded menu. Never account data. */
const preferenceKey = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/i);
const preferenceValue = z.json().refine((value) => JSON.stringify(value).length <= 100_000);

/** Names of small text files: no folders, nothing that a system would run. */
const TEXT_FILE = /^[^\\/:*?"<>|\p{Cc}]{1,110}\.(txt|cfg)$/u;

export const programProcedures = {
  'settings.get': mainProcedure(z.void(), settingsSchema),
  'settings.set': mainProcedure(settingsSchema.partial(), settingsSchema),
  'preferences.get': mainProcedure(z.void(), z.record(z.string(), z.json())),
  'preferences.set': mainProcedure(z.strictObject({ key: preferenceKey, value: preferenceValue }), z.void()),
  'program.info': mainProcedure(z.void(), programInfoSchema),
  /** Starts what was given up or could not be started. @throws CabinetError why it still cannot */
  'program.startAgain': mainProcedure(z.void(), z.void()),
  'program.openDataFolder': mainProcedure(z.void(), z.void()),
  /** Copies what must not stay: the clipboard is cleared after 30 s if it still holds it. */
  'program.copySecret': mainProcedure(z.strictObject({ text: z.string().min(1).max(200) }), z.void()),
  /** Asks where to save a small text; false when the dialog was closed. @throws CabinetError not-writable */
  'program.saveText': mainProcedure(
    z.strictObject({ name: z.string().regex(TEXT_FILE), text: z.string().max(100_000) }),
    z.boolean(),
  ),
  'program.copyText': mainProcedure(z.strictObject({ text: z.string().max(20_000_000) }), z.void()),
} as const;

export const demoFaultsSchema = z.strictObject({
  offline: z.boolean(),
  latencyMs: z.int().min(0).max(60_000),
  /** The next N answers are 503 with Retry-After. */
  serverErrors: z.int().min(0).max(1000),
  /** The next N bodies are cut after some bytes. */
  cutBodies: z.int().min(0).max(1000),
  /** Every page of CDRs repeats some records. */
  duplicateCdrs: z.boolean(),
});
export type DemoFaults = z.infer<typeof demoFaultsSchema>;
/** Faults to change; the rest stays as it is. */
export type DemoFaultChanges = { [Key in keyof DemoFaults]?: DemoFaults[Key] | undefined };

export const demoStateSchema = z.strictObject({
  url: z.string(),
  size: z.enum(demoSizes),
  operatorTime: instantSchema,
  /** True when the operator's time was set by hand and goes on from there. */
  clockSet: z.boolean(),
  account: z.strictObject({ phone: z.string(), password: z.string(), email: z.string() }),
  faults: demoFaultsSchema,
  /** The company's planned payments do not come. */
  paymentsHeld: z.boolean(),
});
export type DemoState = z.infer<typeof demoStateSchema>;

export const mailSchema = z.strictObject({
  id: z.int().positive(),
  at: instantSchema,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.strictObject({ name: z.string(), size: z.int().min(0) })),
});
export type Mail = z.infer<typeof mailSchema>;

export const smsSchema = z.strictObject({
  id: z.int().positive(),
  at: instantSchema,
  from: z.string(),
  to: z.string(),
  text: z.string(),
});
export type Sms = z.infer<typeof smsSchema>;

/** The embedded operator's switches. All answer «not-available» with a real operator. */
export const demoProcedures = {
  'demo.state': mainProcedure(z.void(), demoStateSchema.nullable()),
  'demo.setClock': mainProcedure(z.strictObject({ at: instantSchema.nullable() }), demoStateSchema),
  'demo.setSize': mainProcedure(z.strictObject({ size: z.enum(demoSizes) }), demoStateSchema),
  'demo.setFaults': mainProcedure(demoFaultsSchema.partial(), demoStateSchema),
  'demo.expireSessions': mainProcedure(z.void(), demoStateSchema),
  'demo.addLateCdrs': mainProcedure(z.strictObject({ count: z.int().min(1).max(1000) }), demoStateSchema),
  'demo.correctCdrs': mainProcedure(z.strictObject({ count: z.int().min(1).max(1000) }), demoStateSchema),
  /** Pays what is due of the latest invoice; the amount is 0 when nothing was. */
  'demo.payInvoice': mainProcedure(z.void(), z.strictObject({ state: demoStateSchema, amount: moneySchema })),
  'demo.holdPayments': mainProcedure(z.strictObject({ held: z.boolean() }), demoStateSchema),
  'demo.mail': mainProcedure(z.void(), z.array(mailSchema)),
  'demo.sms': mainProcedure(z.void(), z.array(smsSchema)),
  'demo.openAttachment': mainProcedure(
    z.strictObject({ mailId: z.int().positive(), index: z.int().min(0) }),
    z.void(),
  ),
} as const;
