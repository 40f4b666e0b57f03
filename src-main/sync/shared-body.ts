/**
 * The body of an answer in memory that a thread is handed without a copy, and that is still here when the thread
 * should end.
 * @throws what reading the body ends with
 */
export async function sharedBody(response: Response): Promise<Buffer<SharedArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const bytes = Buffer.from(new SharedArrayBuffer(length));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}
