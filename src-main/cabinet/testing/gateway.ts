import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { API_PREFIX } from '../../../src-shared/operator-api/endpoints';

/** Test equipment: a link to the operator that stops a request at a chosen place for ever. */

/** Where the next request of the path stops. */
export type StopAt =
  /** It has arrived here; the operator does not hear of it. */
  | 'request'
  /** The operator has acted; nothing of its answer goes back. */
  | 'answer'
  /** Half of the answer has gone back. */
  | 'half-answer';

export async function startGateway(operatorUrl: string) {
  let stop: { path: string; at: StopAt; reached: () => void } | null = null;
  let open = true;

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!open) return void incoming.socket.destroy();
    const url = incoming.url ?? '';
    const body = await buffer(incoming);
    const stopping = stop?.path === url ? stop : null;
    if (stopping) stop = null;
    if (stopping?.at === 'request') return stopping.reached();
    const { host: _, connection: __, 'content-length': ___, ...headers } = incoming.headers;
    const answer = await fetch(operatorUrl + url, {
      method: incoming.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (stopping?.at === 'answer') return stopping.reached();
    const kept = [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length)|connection)$/.test(name),
    );
    outgoing.writeHead(answer.status, { ...Object.fromEntries(kept), 'content-length': bytes.length });
    if (!stopping) return void outgoing.end(bytes);
    outgoing.write(bytes.subarray(0, bytes.length >> 1), stopping.reached);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Nothing gets through while it is not open. */
    setOpen(value: boolean): void {
      open = value;
    },
    /** Stops the next request of the path there. @returns when it has got so far */
    stopAt(path: string, at: StopAt): Promise<void> {
      return new Promise((reached) => {
        stop = { path: API_PREFIX + path, at, reached };
      });
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
