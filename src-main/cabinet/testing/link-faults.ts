import { gunzipSync } from 'node:zlib';
import { type Fault, instead, onTheWire, type Passing } from './fault-proxy';

/** Test equipment: harm that a link does to an answer. */

export const json = { 'content-type': 'application/json' };
export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  instead(
    status,
    { 'content-type': 'application/problem+json', ...headers },
    JSON.stringify({ type: 'about:blank', title: code, status, code }),
  );

/** The socket ends after some bytes of the answer, as when a cable is pulled. */
export const cutAt =
  (share: number): Fault =>
  (passing, socket) => {
    const bytes = onTheWire(passing);
    socket.write(bytes.subarray(0, Math.floor(bytes.length * share)), () => socket.destroy());
    return null;
  };
/** The other side says that it is done before it is. */
export const halfClosed: Fault = (passing, socket) => {
  const bytes = onTheWire(passing);
  socket.end(bytes.subarray(0, Math.floor(bytes.length / 2)));
  return null;
};
export const changed =
  (change: (passing: Passing) => Buffer): Fault =>
  (passing) => {
    const body = change(passing);
    const { 'content-encoding': _, ...headers } = passing.headers;
    return { ...passing, headers: { ...headers, 'content-length': body.length }, body };
  };
export const textOf = ({ headers, body }: Passing) =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
export const truncated = changed((passing) => Buffer.from(textOf(passing).slice(0, -40)));
export const notGzip: Fault = (passing) => {
  const body = Buffer.from(textOf(passing));
  const headers = { ...passing.headers, 'content-encoding': 'gzip', 'content-length': body.length };
  return { ...passing, headers, body };
};
