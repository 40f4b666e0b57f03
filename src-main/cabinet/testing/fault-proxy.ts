import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Test equipment: a link between client and operator, on real sockets, that does harm when it is told to. */

/** What the operator answered, byte for byte. */
export type Passing = { path: string; status: number; headers: OutgoingHttpHeaders; body: Buffer };
/** The answer that goes on instead, or null when the fault has dealt with the socket itself. */
export type Fault = (passing: Passing, socket: Socket) => Passing | null;

export type FaultProxy = {
  url: string;
  /** Harms every page of calls, or every answer of another path, from now on; null: none. */
  harm(fault: Fault | null, path?: string): void;
  /** Answers that were harmed since. */
  harmed(): number;
  close(): Promise<void>;
};

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let fault: Fault | null = null;
  let harmed = 0;
  let place = '';
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const { socket } = incoming;
    void forward(target, incoming).then(
      (passing) => {
        const isHarmed = fault !== null && new URL(passing.path, target).pathname.endsWith(place);
        if (isHarmed) harmed++;
        const answer = isHarmed && fault ? fault(passing, socket) : passing;
        if (answer) outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      },
      () => socket.destroy(),
    );
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    harm(next, path = '/cdrs') {
      fault = next;
      place = path;
      harmed = 0;
    },
    harmed: () => harmed,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function forward(target: string, incoming: IncomingMessage): Promise<Passing> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const { host } = new URL(target);
  const path = incoming.url ?? '/';
  return new Promise((resolve, reject) => {
    const headers = { ...incoming.headers, host };
    const onward = request(new URL(path, target), { method: incoming.method, headers }, (answer) => {
      const body: Buffer[] = [];
      answer.on('data', (part: Buffer) => body.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(body);
        const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
        resolve({
          path,
          status: answer.statusCode ?? 0,
          headers: { ...kept, 'content-length': bytes.length },
          body: bytes,
        });
      });
    });
    onward.on('error', reject);
    onward.end(Buffer.concat(parts));
  });
}

/** The answer as it goes over the wire. */
export function onTheWire({ status, headers, body }: Passing): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}`),
  );
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'),
    body,
  ]);
}

/** Another answer in place of the operator's; nothing of its headers stays. */
export const instead = (status: number, headers: OutgoingHttpHeaders, text: string): Fault => {
  const body = Buffer.from(text);
  return ({ path }) => ({ path, status, headers: { ...headers, 'content-length': body.length }, body });
};
