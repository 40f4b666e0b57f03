import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestOperator } from '../../src-main/operator/testing/client';

/** What runs where an operator's text is taken for markup, for a link, for a template; and what hides in one. */
const PAYLOADS = [
  '<img src=x onerror=hacked()>',
  '<script>hacked()</script>',
  '"><svg onload=hacked()>',
  '<a href="javascript:hacked()">x</a>',
  "{constructor.constructor('hacked()')()}",
  'hacked() \u202efdp.exe\u200b\u0007',
];
/** The contract's limits of short texts; the others hold 120 characters or more. */
const LIMITS: Readonly<Record<string, number>> = { party: 40, number: 40, document: 50, contractNumber: 50 };
const USUAL_LIMIT = 120;

export type HostileOperator = {
  url: string;
  /** Names of ten thousand characters, which the contract does not know. */
  setEndless(endless: boolean): void;
  close(): Promise<void>;
};

/** A true operator behind a wire that adds something to every text written by people; codes and sums stay. */
export async function startHostileOperator(): Promise<HostileOperator> {
  const operator = await startTestOperator();
  await operator.control.settle();
  let endless = false;
  let turn = 0;

  function spoil(key: string, text: string): string {
    if (endless) return text + 'я'.repeat(10_000);
    const payload = PAYLOADS[turn++ % PAYLOADS.length] as string;
    return text.length + payload.length < (LIMITS[key] ?? USUAL_LIMIT) ? `${text} ${payload}` : text;
  }
  const spoilAll = (json: string): string =>
    JSON.stringify(JSON.parse(json), (key, value: unknown) =>
      typeof value === 'string' && /\p{Script=Cyrillic}/u.test(value) ? spoil(key, value) : value,
    );
  /** An answer is JSON, or lines of it: the operator writes none that has a line within. */
  const spoilLines = (body: string): string => body.replace(/.+/g, spoilAll);

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { method = 'GET', url = '/' } = request;
      const body = method === 'GET' ? {} : { body: Buffer.concat(chunks) };
      const answer = await fetch(operator.url + url, { method, headers: passedOn(request.headers), ...body });
      const text = await answer.text();
      for (const [name, value] of answer.headers) {
        if (!['content-length', 'content-encoding', 'transfer-encoding'].includes(name)) {
          response.setHeader(name, value);
        }
      }
      response.writeHead(answer.status);
      response.end(spoilLines(text));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setEndless: (wanted) => {
      endless = wanted;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await operator.close();
    },
  };
}

/** Headers that mean the operator itself; tags are left out, so that everything is told anew. */
function passedOn(headers: IncomingHttpHeaders): Record<string, string> {
  const names = ['authorization', 'content-type', 'idempotency-key'] as const;
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
}
