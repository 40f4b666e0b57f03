import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { RunningTask } from '../lib/processes';
import { median } from '../lib/statistics';
import type { OperatorAnswer, OperatorReady } from '../tasks/operator';

/** A request as the program's client sent it. */
type SentRequest = { method: string; url: string; headers: Record<string, string>; body: string };

/** The same request with what it costs: bytes on the wire without TLS, and the operator's processor time. */
export type PricedRequest = {
  name: string;
  status: number;
  bytesUp: number;
  bytesDown: number;
  operatorCpuMs: number;
};

/** Asked so often; the first time compiles what the others run. */
const ROUNDS = 4;
const BASELINE_ROUNDS = 20;

/** `fetch` for the program's core that writes down what it is asked for. */
export function recordRequests() {
  const sent: SentRequest[] = [];
  const recording: typeof fetch = async (input, init) => {
    const asked = new Request(input, init);
    const body = asked.method === 'GET' ? '' : await asked.clone().text();
    sent.push({ method: asked.method, url: asked.url, headers: Object.fromEntries(asked.headers), body });
    return fetch(asked);
  };
  return { fetch: recording, taken: () => sent.splice(0) };
}

/** Prices requests by sending each once more, alone, over a connection that stays open. */
export function createPriceList(operator: RunningTask<OperatorReady>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cpuMs = async () => (await operator.ask<OperatorAnswer>({})).cpuMs;
  let baseline: number | null = null;

  /** What two questions about the processor cost themselves. */
  async function measureBaseline(): Promise<number> {
    const costs: number[] = [];
    for (let round = 0; round < BASELINE_ROUNDS; round++) {
      const before = await cpuMs();
      costs.push((await cpuMs()) - before);
    }
    return median(costs);
  }

  async function send({
    method,
    url,
    headers,
    body,
  }: SentRequest): Promise<Omit<PricedRequest, 'operatorCpuMs'>> {
    const outgoing = request(url, {
      method,
      agent,
      headers: { ...headers, 'accept-encoding': 'gzip, deflate', 'content-length': Buffer.byteLength(body) },
    });
    const socket =
      outgoing.socket ?? ((await once(outgoing, 'socket')) as [NonNullable<typeof outgoing.socket>])[0];
    const [up, down] = [socket.bytesWritten, socket.bytesRead];
    outgoing.end(body);
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
    const name = `${method} ${new URL(url).pathname.replace(/^\/v1/, '')}`;
    const status = response.statusCode ?? 0;
    return { name, status, bytesUp: socket.bytesWritten - up, bytesDown: socket.bytesRead - down };
  }

  async function price(one: SentRequest): Promise<PricedRequest> {
    baseline ??= await measureBaseline();
    const costs: number[] = [];
    let priced: Omit<PricedRequest, 'operatorCpuMs'> | null = null;
    for (let round = 0; round < ROUNDS; round++) {
      const before = await cpuMs();
      priced = await send(one);
      costs.push((await cpuMs()) - before - baseline);
    }
    if (!priced) throw new Error('nothing was asked');
    if (priced.status >= 400) throw new Error(`${priced.name}: ${priced.status}`);
    return { ...priced, operatorCpuMs: Math.max(0, median(costs.slice(1))) };
  }

  return {
    async price(sent: readonly SentRequest[]): Promise<PricedRequest[]> {
      const prices: PricedRequest[] = [];
      for (const one of sent) prices.push(await price(one));
      return prices;
    },
  };
}

export type Sum = { requests: number; bytesUp: number; bytesDown: number; operatorCpuMs: number };

export function sumOf(requests: readonly PricedRequest[]): Sum {
  const sum = { requests: requests.length, bytesUp: 0, bytesDown: 0, operatorCpuMs: 0 };
  for (const one of requests) {
    sum.bytesUp += one.bytesUp;
    sum.bytesDown += one.bytesDown;
    sum.operatorCpuMs += one.operatorCpuMs;
  }
  return sum;
}
