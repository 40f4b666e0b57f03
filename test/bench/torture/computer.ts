import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CdrTotals, cacheTotals } from '../../../src-main/cabinet/testing/cdr-totals';
import { type CoreChild, forkCore } from '../../../src-main/cabinet/testing/core-fork';
import { testKeyring } from '../../../src-main/cabinet/testing/harness';
import type { CacheAccess } from '../../../src-main/channel/core-contract';
import { signIn, type TestOperator } from '../../../src-main/operator/testing/client';
import { MONTHS, noHalves, same, sound } from './checks';

/** What all rounds share. */
export type World = {
  root: string;
  operator: TestOperator;
  /** What the operator has. */
  truth: CdrTotals;
  /** Folder of the built processes, and the file that must be loaded before them. */
  program: string;
  port: string;
  folder: string;
  below(limit: number): number;
};

/** A computer with the account on it, and what the person has ordered there. */
export type Computer = ReturnType<typeof newComputer>;

export function newComputer(world: World, number: number) {
  const { operator, program, port, below } = world;
  const data = join(world.folder, `computer-${number}`);
  mkdirSync(data);
  const { phone, password } = operator.control.getState().demoAccount;
  const keyring = testKeyring();
  // Without one a key is opened by the password only.
  keyring.state.present = below(2) === 0;
  const told: string[] = [];
  let running: CoreChild | null = null;

  const core = (): CoreChild => {
    if (!running) throw new Error('the core does not run');
    return running;
  };
  const call: CoreChild['call'] = (name, input) => core().call(name, input);
  const access = (): Promise<CacheAccess> => call('core.cacheAccess', undefined);

  const computer = {
    world,
    data,
    phone,
    password,
    told,
    call,
    access,
    /** Starts the core without signing in. */
    async startCore(): Promise<void> {
      const config = { operatorUrl: operator.url, dataFolder: data, syncEveryMin: 0, hidden: false };
      running = await forkCore(join(program, 'core.cjs'), port, config, keyring.calls);
    },
    /** The next start of the program: nothing half made is left after it, and the cache is sound. */
    async start(): Promise<void> {
      await computer.startCore();
      await call('session.signInByPassword', { phone, password });
      noHalves(data);
      await sound(await access(), 'after a start');
    },
    async kill(): Promise<void> {
      await running?.kill();
      running = null;
    },
    /** Orders one to three things of the operator. */
    async order(): Promise<void> {
      for (let more = 1 + below(3); more > 0; more--) {
        const text = `${number}.${told.length + 1}`;
        const body = { subscriberId: null, topic: 'other' as const, text, evidence: [] };
        await call('commands.submit', { kind: 'open-appeal', body });
        told.push(text);
      }
    },
    /** Waits until the cache has everything. */
    synced: () =>
      until('a complete sync', async () => {
        const { state, firstSync } = await call('sync.status', undefined);
        if (state === 'idle' && firstSync) await call('sync.start', undefined);
        return state === 'idle' && !firstSync;
      }),
    /** Every command was done once, and the cache says what the operator says. */
    async settle(): Promise<void> {
      await computer.synced();
      await until('answers to all commands', async () => {
        const { items } = await call('commands.list', { search: '', offset: 0, limit: 200 });
        return items.every(({ state }) => state === 'accepted');
      });
      await doneOnce(operator, told);
      await computer.hasRows('at the end');
      await sound(await access(), 'at the end');
    },
    async hasRows(when: string): Promise<void> {
      same(`totals of the cache ${when}`, await cacheTotals({ call }, MONTHS), world.truth);
    },
  };
  return computer;
}

/** @throws Error when it does not hold within a minute */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > patience) throw new Error(`waited in vain: ${what}`);
    await pause(20);
  }
}

/** Looks at the operator itself. */
export async function doneOnce(operator: TestOperator, told: readonly string[]): Promise<void> {
  const { items } = await (await signIn(operator)).pull('appeals', 200);
  for (const text of told) {
    const times = items.filter(({ messages }) => messages[0]?.text === text).length;
    same(`how often «${text}» was done`, times, 1);
  }
}
