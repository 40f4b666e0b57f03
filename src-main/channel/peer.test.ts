import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import { type CallMap, createPeer, type Port } from './peer';

type Remote = {
  double: (input: { value: number }) => number;
  fail: (input: { code: 'disk-full' | null }) => never;
  hang: (input: null) => Promise<void>;
  uncloneable: (input: null) => unknown;
};
type Events = { tick: { count: number } };

const open: MessageChannel[] = [];
afterEach(() => {
  for (const channel of open.splice(0)) channel.port1.close();
});

function join(handlers: CallMap, options: { timeoutMs?: number } = {}) {
  const channel = new MessageChannel();
  open.push(channel);
  const end = (port: (typeof channel)['port1']): Port => ({
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
  });
  const faults: string[] = [];
  const server = createPeer<Record<string, never>, Events>(end(channel.port1), {
    handlers,
    onFault: (name) => faults.push(name),
  });
  const client = createPeer<Remote, Record<string, never>, Events>(end(channel.port2), {
    handlers: {},
    ...options,
  });
  return { server, client, faults };
}

describe('peer', () => {
  it('answers calls in any order', async () => {
    const { client } = join({ double: ({ value }: { value: number }) => value * 2 });
    const answers = await Promise.all([1, 2, 3].map((value) => client.call('double', { value })));
    expect(answers).toEqual([2, 4, 6]);
  });

  it('carries codes and parameters of errors, and hides the text of unknown ones', async () => {
    const { client, faults } = join({
      fail: ({ code }: { code: 'disk-full' | null }) => {
        if (code) throw new CabinetError(code, { path: 'D:' });
        throw new Error('secret');
      },
    });
    await expect(client.call('fail', { code: 'disk-full' })).rejects.toMatchObject({
      code: 'disk-full',
      params: { path: 'D:' },
    });
    const unknown = await client.call('fail', { code: null }).catch((error: CabinetError) => error);
    expect(unknown).toMatchObject({ code: 'internal', params: {} });
    expect(faults).toEqual(['fail']);
  });

  it('refuses names it does not serve, prototype keys included', async () => {
    const { client } = join({});
    await expect(client.call('double', { value: 1 })).rejects.toMatchObject({ code: 'not-available' });
    await expect(client.call('toString' as 'double', { value: 1 })).rejects.toMatchObject({
      code: 'not-available',
    });
  });

  it('does not wait for ever: time-outs, dead peers, answers that cannot be cloned', async () => {
    const handlers = { hang: () => new Promise(() => {}), uncloneable: () => () => 1 };
    const impatient = join(handlers, { timeoutMs: 20 }).client;
    await expect(impatient.call('hang', null)).rejects.toMatchObject({ code: 'timeout' });
    const { client } = join(handlers);
    await expect(client.call('uncloneable', null)).rejects.toMatchObject({ code: 'internal' });
    const pending = client.call('hang', null);
    client.close(new CabinetError('core-restarted'));
    await expect(pending).rejects.toMatchObject({ code: 'core-restarted' });
    await expect(client.call('hang', null)).rejects.toMatchObject({ code: 'core-restarted' });
  });

  it('delivers events until unsubscribed', async () => {
    const { server, client } = join({ double: ({ value }: { value: number }) => value * 2 });
    const seen: number[] = [];
    const off = client.on('tick', ({ count }) => seen.push(count));
    server.emit('tick', { count: 1 });
    await client.call('double', { value: 1 });
    expect(seen).toEqual([1]);
    off();
    server.emit('tick', { count: 2 });
    await client.call('double', { value: 1 });
    expect(seen).toEqual([1]);
  });
});
