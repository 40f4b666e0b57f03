import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

export type PageServer = {
  /** Address that lets a browser in: carries the token once, then a cookie does. */
  entry(url: string): string;
  /** «app://host/path» of an address of this server, and anything else as it is. */
  toApp(url: string): string;
  /** The other way round. */
  toHttp(url: string): string;
  onSocket(listener: (socket: WebSocket) => void): void;
  close(): void;
};

const COOKIE = 'standin';

/**
 * Serves what `protocol.handle` handlers answer on a loopback origin. Only who knows the random token gets in;
 * requests under another host name or from another origin are refused.
 */
export async function startPageServer(
  handlers: Map<string, SchemeHandler>,
  preload: () => string,
): Promise<PageServer> {
  const token = randomBytes(24).toString('base64url');
  let app = { scheme: 'app', host: 'localhost' };
  let port = 0;
  let onSocket: (socket: WebSocket) => void = () => {};

  const server = createServer((request, response) => void serve(request, response));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    if (!isOwnHost(request) || !hasToken(request) || request.url !== '/__standin/ipc') {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => onSocket(client));
  });

  const origin = (): string => `http://127.0.0.1:${port}`;
  const same = (given: string | undefined): boolean =>
    given?.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
  const hasToken = (request: IncomingMessage): boolean =>
    same(new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]);
  const isOwnHost = (request: IncomingMessage): boolean =>
    request.headers.host === `127.0.0.1:${port}` && (request.headers.origin ?? origin()) === origin();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin());
    if (!isOwnHost(request)) return end(response, 403);
    if (url.pathname === '/__standin/enter' && same(url.searchParams.get('token') ?? undefined)) {
      response.setHeader('set-cookie', `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`);
      response.setHeader('location', url.searchParams.get('to') ?? '/');
      return end(response, 302);
    }
    if (!hasToken(request)) return end(response, 403);
    if (url.pathname === '/__standin/preload.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.setHeader('cache-control', 'no-store');
      response.end(preload());
      return;
    }
    // A browser asks for it unasked; Electron's windows do not, and the program's handler knows of none.
    if (url.pathname === '/favicon.ico') return end(response, 204);
    const handler = handlers.get(app.scheme);
    if (!handler) return end(response, 404);
    try {
      await answer(await handler(toRequest(request)), response);
    } catch (error) {
      process.stderr.write(`protocol handler failed: ${error}\n`);
      end(response, 500);
    }
  }

  function toRequest(request: IncomingMessage): Request {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined && name !== 'cookie') headers.set(name, String(value));
    }
    // The raw path is kept: normalising it here would hide what a handler must withstand.
    return {
      method: request.method ?? 'GET',
      url: `${app.scheme}://${app.host}${request.url}`,
      headers,
    } as Request;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;

  return {
    entry(url) {
      const parsed = new URL(url);
      app = { scheme: parsed.protocol.slice(0, -1), host: parsed.host };
      const to = `${parsed.pathname}${parsed.search}${parsed.hash}` || '/';
      return `${origin()}/__standin/enter?token=${token}&to=${encodeURIComponent(to)}`;
    },
    toApp: (url) =>
      url.startsWith(`${origin()}/`) ? `${app.scheme}://${app.host}${url.slice(origin().length)}` : url,
    toHttp: (url) => (url.startsWith(`${app.scheme}://${app.host}`) ? origin() + new URL(url).pathname : url),
    onSocket(listener) {
      onSocket = listener;
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}

async function answer(result: Response, response: ServerResponse): Promise<void> {
  response.statusCode = result.status;
  const isPage = (result.headers.get('content-type') ?? '').includes('text/html');
  for (const [name, value] of result.headers) {
    // The wire to main is a socket of this origin; a page that may connect to nothing else keeps that.
    const own =
      name === 'content-security-policy' ? value.replace("connect-src 'none'", "connect-src 'self'") : value;
    response.setHeader(name, own);
  }
  const body = Buffer.from(await result.arrayBuffer());
  if (!isPage) {
    response.end(body);
    return;
  }
  const script = '<script src="/__standin/preload.js"></script>';
  response.end(body.toString('utf8').replace(/<head[^>]*>/i, (head) => head + script));
}
