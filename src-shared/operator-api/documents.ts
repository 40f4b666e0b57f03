import { z } from 'zod';
import { instantSchema } from '../domain/account';

export const documentQuerySchema = z.strictObject({ orderId: z.coerce.number().int().positive() });

/** Greatest file of an order, bytes. */
const DOCUMENT_MAX = 20_000_000;

/** A ready file, whole: invoices are small, and JSON keeps one way of checking every answer. */
export const documentSchema = z.strictObject({
  fileName: z.string().min(1).max(200),
  mime: z.string().min(1).max(120),
  /** Hexadecimal SHA-256 of the bytes; the ETag is the same in quotes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  base64: z.base64().max(Math.ceil((DOCUMENT_MAX * 4) / 3) + 4),
  serverTime: instantSchema,
});

export const sipPasswordQuerySchema = z.strictObject({ subscriberId: z.int().positive() });
export const sipPasswordAnswerSchema = z.strictObject({
  password: z.string().min(1).max(64),
  serverTime: instantSchema,
});
