import { PassThrough, pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip } from 'node:zlib';
import { LINES_TYPE, SERVER_TIME_HEADER } from '../../../src-shared/operator-api/endpoints';
import type { Problem } from '../../../src-shared/operator-api/problems';

/** What a handler gives back; `text` is ready JSON, as bytes where it is long. */
export type Answer = {
  status: number;
  text: string | Uint8Array | null;
  /** In place of a text: a body that is made while it is sent. */
  lines?: AsyncIterable<Uint8Array>;
  headers?: Record<string, string>;
};

export const json = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  text: JSON.stringify(body),
  ...(headers ? { headers } : {}),
});

export const nothing: Answer = { status: 204, text: null };

const COMPRESSED_FROM = 1024;
/** Pages of calls shrink ninefold at this level already; higher ones only cost time. */
const LEVEL = 4;
const PACKING = { level: LEVEL, memLevel: constants.Z_MAX_MEMLEVEL };
const compress = promisify(gzip);

/**
 * Turns an answer into a response: operator's time on every one, gzip for whoever accepts it.
 * @param onError told when the making of lines fails, which breaks the connection
 */
export async function respond(
  answer: Answer,
  now: number,
  acceptEncoding: string | null,
  onError: (error: unknown) => void,
): Promise<Response> {
  const headers = new Headers({
    [SERVER_TIME_HEADER]: String(now),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...answer.headers,
  });
  const { status, text, lines } = answer;
  if (lines) {
    const packed = acceptsGzip(acceptEncoding);
    headers.set('content-type', LINES_TYPE);
    headers.set('vary', 'accept-encoding');
    if (packed) headers.set('content-encoding', 'gzip');
    return new Response(linesBody(lines, packed, onError), { status, headers });
  }
  if (text === null) return new Response(null, { status, headers });
  if (!headers.has('content-type')) headers.set('content-type', 'application/json; charset=utf-8');
  if (text.length < COMPRESSED_FROM) return new Response(asBody(text), { status, headers });
  headers.set('vary', 'accept-encoding');
  if (!acceptsGzip(acceptEncoding)) return new Response(asBody(text), { status, headers });
  headers.set('content-encoding', 'gzip');
  // Off the event loop: zlib works in the thread pool.
  const body = await compress(text, PACKING);
  return new Response(asBody(body), { status, headers });
}

/** One line is made ahead of what the connection takes. */
function linesBody(
  lines: AsyncIterable<Uint8Array>,
  packed: boolean,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const end = packed ? createGzip(PACKING) : new PassThrough();
  async function* made(): AsyncGenerator<Uint8Array> {
    try {
      yield* lines;
    } catch (error) {
      // A client that goes away ends the making, too.
      if (!end.destroyed) onError(error);
      throw error;
    }
  }
  pipeline(Readable.from(made(), { highWaterMark: 1 }), end, () => {});
  return Readable.toWeb(end) as ReadableStream<Uint8Array>;
}

/** Bytes of the operator never lie in shared memory, which is what the type of a body wants to know. */
const asBody = (text: string | Uint8Array): string | Uint8Array<ArrayBuffer> =>
  text as string | Uint8Array<ArrayBuffer>;

export function problemAnswer(problem: Problem, now: number): Answer {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (problem.retryAt !== undefined) {
    headers['retry-after'] = String(Math.max(1, Math.ceil((problem.retryAt - now) / 1000)));
  }
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer';
  return { status: problem.status, text: JSON.stringify(problem), headers };
}

function acceptsGzip(acceptEncoding: string | null): boolean {
  return (acceptEncoding ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .some((part) => /^(gzip|\*)(;|$)/.test(part) && !/;\s*q=0(\.0*)?$/.test(part));
}
