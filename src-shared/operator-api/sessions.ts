import { z } from 'zod';
import { instantSchema, phoneSchema } from '../domain/account';

/** Passwords the operator accepts as new: 8…64 characters with at least one letter and one digit. */
export const newPasswordSchema = z.string().min(8).max(64).regex(/\p{L}/u).regex(/\d/);

export const signInSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('password'), phone: phoneSchema, password: z.string().min(1).max(200) }),
  z.strictObject({ method: z.literal('sms'), phone: phoneSchema, code: z.string().regex(/^\d{4,8}$/) }),
]);
export type SignIn = z.infer<typeof signInSchema>;

/**
 * A session. With `passwordState: 'temporary'` every call except changing the password and signing out
 * is refused with «password-change-required» (guide §1.1).
 */
export const sessionSchema = z.strictObject({
  token: z.string().min(20).max(400),
  expiresAt: instantSchema,
  passwordState: z.enum(['permanent', 'temporary']),
  method: z.enum(['password', 'sms']),
  accountId: z.int().positive(),
  accountNumber: z.string(),
  organisation: z.string(),
  phone: phoneSchema,
  serverTime: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

export const smsCodeRequestSchema = z.strictObject({ phone: phoneSchema });
/** Sent the same whether or not the number is known, so numbers cannot be probed. */
export const smsCodeAnswerSchema = z.strictObject({
  expiresAt: instantSchema,
  resendAt: instantSchema,
  serverTime: instantSchema,
});

export const recoveryRequestSchema = z.strictObject({ phone: phoneSchema, via: z.literal('email') });
export const recoveryAnswerSchema = z.strictObject({ expiresAt: instantSchema, serverTime: instantSchema });

export const passwordChangeSchema = z.strictObject({ newPassword: newPasswordSchema });
export const passwordChangeAnswerSchema = z.strictObject({ serverTime: instantSchema });
