import { z } from 'zod';
import { instantSchema, phoneSchema } from '../domain/account';
import { coreProcedure } from './procedure';

const nothing = z.void();

export const sessionPhases = ['signed-out', 'password-change', 'cache-locked', 'signed-in'] as const;

/**
 * Who is signed in.
 * «password-change»: signed in by a temporary password, nothing else is possible yet (guide §1.1).
 * «cache-locked»: signed in at the operator, but the cache on this machine is closed by an older password.
 */
export const sessionViewSchema = z.strictObject({
  phase: z.enum(sessionPhases),
  account: z.strictObject({ number: z.string(), organisation: z.string(), phone: phoneSchema }).nullable(),
  /** «online»: the operator knows this session; «offline»: opened from the cache alone. */
  mode: z.enum(['online', 'offline']).nullable(),
  method: z.enum(['password', 'sms']).nullable(),
  /** False when the system has no keyring: the session is kept for this visit only. */
  secretsKept: z.boolean(),
  /** True when the cache lives for this visit only (SMS sign-in without a keyring). */
  cacheForVisit: z.boolean(),
  /** A temporary password was sent by e-mail in this visit; shown above the form (guide §1.1). */
  temporaryPasswordSent: z.boolean(),
  /** The program has locked itself over this number; null when nobody was signed in, or somebody is again. */
  locked: z
    .strictObject({
      phone: phoneSchema,
      /** Commands of a visit's cache are still on their way: they are lost when the program is closed. */
      unsent: z.boolean(),
    })
    .nullable(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const sessionProcedures = {
  'session.state': coreProcedure(nothing, sessionViewSchema),
  'session.signInByPassword': coreProcedure(
    z.strictObject({ phone: phoneSchema, password: z.string().min(1).max(200) }),
    sessionViewSchema,
  ),
  'session.requestSmsCode': coreProcedure(
    z.strictObject({ phone: phoneSchema }),
    z.strictObject({ expiresAt: instantSchema, resendAt: instantSchema }),
  ),
  'session.signInBySms': coreProcedure(
    z.strictObject({ phone: phoneSchema, code: z.string().regex(/^\d{4,8}$/) }),
    sessionViewSchema,
  ),
  'session.recoverPassword': coreProcedure(
    z.strictObject({ phone: phoneSchema, via: z.literal('email') }),
    z.strictObject({ expiresAt: instantSchema }),
  ),
  'session.changePassword': coreProcedure(
    z.strictObject({ password: z.string().max(200), confirmation: z.string().max(200) }),
    sessionViewSchema,
  ),
  /** Opens a cache closed by an older password and closes it by the current one. */
  'session.openWithOldPassword': coreProcedure(
    z.strictObject({ password: z.string().min(1).max(200) }),
    sessionViewSchema,
  ),
  /** Sets the locked cache aside (never deletes it) and begins a new one. */
  'session.startNewCache': coreProcedure(nothing, sessionViewSchema),
  'session.signOut': coreProcedure(nothing, sessionViewSchema),
  /** Closes the cache until somebody signs in again; the operator is not told. */
  'session.lock': coreProcedure(nothing, sessionViewSchema),
} as const;
