import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { OperatorFaults } from '../faults';

const HOST = '127.0.0.1';

/** The listening socket. It can go away and come back on the same port. */
export type OperatorServer = {
  port(): number;
  listen(): Promise<void>;
  /** Stops listening and breaks what is open. */
  hangUp(): Promise<void>;
};

export function createOperatorServer(app: Hono, faults: OperatorFaults, wantedPort: number): OperatorServer {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  let port = wantedPort;
  let server: Server | null = null;

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    if (faults.latencyMs > 0) await wait(faults.latencyMs);
    if (outgoing.destroyed) return;
    if (faults.cutBodies > 0) cutBody(outgoing, faults);
    await listener(incoming, outgoing);
  };

  return {
    port: () => port,
    listen: () =>
      new Promise((resolve, reject) => {
        if (server) return resolve();
        const created = createServer((incoming, outgoing) => {
          serve(incoming, outgoing).catch(() => outgoing.destroy());
        });
        // Clients keep connections for long; a dropped one is only noticed by the next request.
        created.keepAliveTimeout = 60_000;
        created.once('error', reject);
        created.listen(port, HOST, () => {
          created.off('error', reject);
          port = (created.address() as AddressInfo).port;
          server = created;
          resolve();
        });
      }),
    hangUp: () =>
      new Promise((resolve) => {
        if (!server) return resolve();
        const closing = server;
        server = null;
        closing.close(() => resolve());
        closing.closeAllConnections();
      }),
  };
}

/**
 * Lets the head of the answer and the first bytes of its body through, then breaks the connection.
 * Answers under way at once share the ordered cuts: a cut is taken by the body that starts first.
 */
function cutBody(outgoing: ServerResponse, faults: OperatorFaults): void {
  const write = outgoing.write.bind(outgoing) as (chunk: unknown) => boolean;
  const end = outgoing.end.bind(outgoing) as (chunk?: unknown) => ServerResponse;
  let left: number | null = null;
  /** Passes the part that is let through; false when no cut was left and the answer goes out whole. */
  const cut = (chunk: string | Uint8Array): boolean => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    if (left === null) {
      if (faults.cutBodies <= 0) {
        outgoing.write = write as typeof outgoing.write;
        outgoing.end = end as typeof outgoing.end;
        return false;
      }
      faults.cutBodies--;
      left = Math.min(faults.cutBodyAfterBytes, bytes.byteLength >> 1);
    }
    const part = bytes.subarray(0, left);
    left -= part.byteLength;
    if (part.byteLength > 0) write(part);
    // The bytes leave before the connection does.
    setImmediate(() => outgoing.destroy());
    return true;
  };
  const hasBody = (chunk: unknown): chunk is string | Uint8Array =>
    (typeof chunk === 'string' || chunk instanceof Uint8Array) && chunk.length > 0;
  outgoing.write = ((chunk: unknown) =>
    !(hasBody(chunk) && cut(chunk)) && write(chunk)) as typeof outgoing.write;
  outgoing.end = ((chunk?: unknown) => {
    // An answer without a body has nothing to cut.
    const cutShort = hasBody(chunk) ? cut(chunk) : left !== null;
    return cutShort ? outgoing : end(chunk);
  }) as typeof outgoing.end;
}
