import { z } from 'zod';
import { defaultSettings } from './default-settings';

/** https, or plain http that never leaves this computer: passwords go this way. No user names inside. */
const OPERATOR_URL = /^(https:\/\/[^/?#@\\]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?)([/?#]|$)/i;

export const demoSizes = ['small', 'medium', 'large', 'extreme'] as const;
export type DemoSize = (typeof demoSizes)[number];

export const settingsSchema = z.strictObject({
  language: z.enum(['ru', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  operator: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('embedded') }),
    z.strictObject({ kind: z.literal('remote'), url: z.url().regex(OPERATOR_URL) }),
  ]),
  demoSize: z.enum(demoSizes),
  /** Minutes between background syncs; 0 turns them off. */
  syncEveryMin: z.int().min(0).max(1440),
  /** Minutes without a touch of the window after which the account is locked; 0: never. */
  lockAfterMin: z.int().min(0).max(1440),
  /** Backup copies of the cache that are kept; 0: none are made by themselves. */
  keepBackups: z.int().min(0).max(10),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings as they lie on the disk: what an older version did not know yet has its default. */
export const keptSettingsSchema = z.preprocess(
  (kept) => (typeof kept === 'object' && kept ? { ...defaultSettings, ...kept } : kept),
  settingsSchema,
);
