import { CabinetError } from '../../src-shared/bridge/errors';

/** Longer than any line that the contract allows: a body without an end of line must not fill the memory. */
const MOST_LINE_BYTES = 16 * 1024 * 1024;
const NEW_LINE = 10;

/**
 * The body of an answer in memory that a thread is handed without a copy, and that is still here when the thread
 * should end.
 * @throws what reading the body ends with
 */
export async function sharedBody(response: Response): Promise<Buffer<SharedArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body ?? []) chunks.push(chunk);
  return joined(chunks);
}

/**
 * The lines of a body, without their ends, each in such memory. What follows the last end is a line, too: the
 * beginning of one that was cut off.
 * @throws CabinetError operator-answer-malformed {endpoint} for a line without an end; what reading the body ends with
 */
export async function* sharedLines(
  body: AsyncIterable<Uint8Array>,
  endpoint: string,
): AsyncGenerator<Buffer<SharedArrayBuffer>, void> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end !== -1; end = chunk.indexOf(NEW_LINE, start)) {
      yield joined([...parts, chunk.subarray(start, end)]);
      parts = [];
      length = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MOST_LINE_BYTES)
      throw new CabinetError('operator-answer-malformed', { endpoint, field: '' });
  }
  if (length > 0) yield joined(parts);
}

function joined(chunks: readonly Uint8Array[]): Buffer<SharedArrayBuffer> {
  const bytes = Buffer.from(new SharedArrayBuffer(chunks.reduce((sum, { length }) => sum + length, 0)));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}
