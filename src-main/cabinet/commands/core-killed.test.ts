import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { minsk, signIn as signInDirectly } from '../../operator/testing/client';
import { buildCore } from '../testing/core-child';
import type { CoreChild } from '../testing/core-fork';
import { startGateway } from '../testing/gateway';
import { type Bench, startBench } from '../testing/harness';

let bench: Bench;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let startCore: Awaited<ReturnType<typeof buildCore>>;
let core: CoreChild;
beforeAll(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
  gateway = await startGateway(bench.operator.url);
  startCore = await buildCore(join(bench.folder, 'program'));
  core = await signedIn();
  await eventually(async () =>
    expect(await core.call('sync.status', undefined)).toMatchObject({ state: 'idle', firstSync: false }),
  );
});
afterEach(() => gateway.setOpen(true));
afterAll(async () => {
  await core.kill();
  await gateway.close();
  await bench.close();
});

const eventually = <Result>(look: () => Promise<Result>) => vi.waitFor(look, { timeout: 30_000 });

/** The program's core, started anew on the same files. */
async function signedIn(): Promise<CoreChild> {
  const dataFolder = join(bench.folder, 'caches');
  const child = await startCore({ operatorUrl: gateway.url, dataFolder, syncEveryMin: 0, hidden: false });
  await child.call('session.signInByPassword', bench.credentials);
  return child;
}

async function submit(text: string): Promise<number> {
  const body = { subscriberId: null, topic: 'other' as const, text, evidence: [] };
  return (await core.call('commands.submit', { kind: 'open-appeal', body })).id;
}

async function timesDone(text: string): Promise<number> {
  const { items } = await (await signInDirectly(bench.operator)).pull('appeals', 100);
  return items.filter(({ messages }) => messages[0]?.text === text).length;
}

/** Starts the program again and waits until the operator has answered. @returns how often it was tried */
async function afterRestart(id: number): Promise<number> {
  core = await signedIn();
  return eventually(async () => {
    const command = await core.call('commands.get', { id });
    expect(command).toMatchObject({ state: 'accepted', resultId: expect.any(Number) });
    return command.attempts;
  });
}

describe('a command is done exactly once although the core process is killed', () => {
  it('before it is sent', async () => {
    await core.kill();
    gateway.setOpen(false);
    core = await signedIn();
    const id = await submit('before');
    expect(await core.call('commands.get', { id })).toMatchObject({ state: 'waiting', attempts: 0 });
    await core.kill();
    expect(await timesDone('before')).toBe(0);
    gateway.setOpen(true);
    expect(await afterRestart(id)).toBe(1);
    expect(await timesDone('before')).toBe(1);
  });

  it.each([
    ['while the request is on its way', 'request', 0],
    ['after the operator has acted, before its answer comes', 'answer', 1],
    ['while the answer comes, before it is stored', 'half-answer', 1],
  ] as const)('%s', async (place, stop, doneBefore) => {
    const stopped = gateway.stopAt('/appeals', stop);
    const id = await submit(place);
    await stopped;
    expect(await core.call('commands.get', { id })).toMatchObject({ state: 'sending', attempts: 1 });
    await core.kill();
    expect(await timesDone(place)).toBe(doneBefore);
    expect(await afterRestart(id)).toBe(2);
    expect(await timesDone(place)).toBe(1);
  });
});
