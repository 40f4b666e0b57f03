import type { z } from 'zod';
import { IDEMPOTENCY_HEADER } from '../../../src-shared/operator-api/endpoints';
import { BODY_LIMIT } from '../config';
import { Refusal } from '../problems';

/** @throws Refusal «validation» that names the first wrong field («body.phone»). */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: 'body' | 'query',
): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [place, ...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])];
  throw new Refusal('validation', {
    field: path.map(String).join('.'),
    ...(issue ? { detail: issue.message } : {}),
  });
}

/** Query parameters as an object. @throws Refusal «validation» when one of them is given twice. */
export function readQuery(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (Object.hasOwn(query, key)) {
      throw new Refusal('validation', { field: `query.${key}`, detail: 'Параметр указан дважды' });
    }
    query[key] = value;
  }
  return query;
}

/** The JSON body and its text. @throws Refusal «payload-too-large», or «validation» when it is not JSON. */
export async function readBody(request: Request): Promise<{ text: string; value: unknown }> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > BODY_LIMIT) throw new Refusal('payload-too-large');
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal('validation', { field: 'header.content-type', detail: 'Нужен application/json' });
  }
  const text = await readLimited(request);
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Refusal('validation', { field: 'body', detail: 'Тело запроса не в формате JSON' });
  }
}

async function readLimited(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT) throw new Refusal('payload-too-large');
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function bearerToken(request: Request): string | null {
  return /^Bearer ([\w-]{20,400})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/** @throws Refusal «validation» when a command has no usable key. */
export function idempotencyKey(request: Request): string {
  const key = request.headers.get(IDEMPOTENCY_HEADER) ?? '';
  if (/^[\x21-\x7e]{8,100}$/.test(key)) return key;
  throw new Refusal('validation', {
    field: `header.${IDEMPOTENCY_HEADER}`,
    detail: 'Нужен ключ из 8–100 видимых знаков',
  });
}

/**
 * Only programs of this machine talk to the embedded operator: a page of a website that names another host
 * (DNS rebinding) or comes with a foreign origin is turned away.
 */
export function checkCaller(request: Request, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = request.headers.get('host') ?? '';
  if (!hosts.includes(host)) {
    throw new Refusal('rule-violated', { status: 403, rule: 'foreign-host', field: 'header.host' });
  }
  const origin = request.headers.get('origin');
  if (origin !== null && !hosts.some((own) => origin === `http://${own}`)) {
    throw new Refusal('rule-violated', { status: 403, rule: 'foreign-origin', field: 'header.origin' });
  }
}
