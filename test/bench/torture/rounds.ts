import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheTotals, operatorTotals } from '../../../src-main/cabinet/testing/cdr-totals';
import { type CoreChild, forkCore, prepareProgram } from '../../../src-main/cabinet/testing/core-fork';
import {
  minsk,
  signIn,
  startTestOperator,
  type TestOperator,
} from '../../../src-main/operator/testing/client';
import { seeded } from '../../../src-main/store/testing/sample';
import { MONTHS, same, sound } from './checks';
import { killedExport } from './killed-export';
import { powerCut } from './power-cut';

export type TortureOptions = { root: string; folder: string; kills: number; seed: number };

/** Longest time that a process is left alone before it is killed. */
const LONGEST_MS = 400;
/** A new computer, with everything to take in, after so many kills. */
const KILLS_OF_A_CACHE = 8;

/**
 * Kills processes of the program at random moments of a sync, of commands and of exports, starts them again and looks
 * at everything that must hold. @throws what does not hold
 */
export async function torture({
  root,
  folder,
  kills,
  seed,
}: TortureOptions): Promise<Record<string, number>> {
  const below = seeded(seed);
  const operator = await startTestOperator({ at: minsk('2018-05-20', 12) });
  const program = join(folder, 'program');
  const port = prepareProgram(program, root);
  for (const name of ['core', 'export'])
    copyFileSync(join(root, `out/main/${name}.cjs`), join(program, `${name}.cjs`));
  const counts = {
    'kills of the core in a sync': 0,
    'kills of the core with commands under way': 0,
    'kills of the export process': 0,
    'write-ahead logs cut at random': 0,
    'commands submitted': 0,
  };
  try {
    const truth = await operatorTotals(operator);
    const done = () =>
      counts['kills of the core in a sync'] +
      counts['kills of the core with commands under way'] +
      counts['kills of the export process'];
    for (let computer = 1; done() < kills; computer++) {
      const data = join(folder, `computer-${computer}`);
      mkdirSync(data);
      const start = () => forkCore(join(program, 'core.cjs'), port, configOf(operator, data));
      const told: string[] = [];
      let core = await open(operator, start);
      for (let kill = 0; kill < KILLS_OF_A_CACHE && done() < kills; kill++) {
        const way = below(10);
        if (way < 2 && kill > 0) {
          await idle(core);
          await killedExport({ core, program, port, folder: data, afterMs: below(LONGEST_MS) });
          counts['kills of the export process']++;
          continue;
        }
        if (way < 6) {
          for (let more = 1 + below(3); more > 0; more--) {
            const text = `${computer}.${kill}.${more}`;
            const body = { subscriberId: null, topic: 'other' as const, text, evidence: [] };
            await core.call('commands.submit', { kind: 'open-appeal', body });
            told.push(text);
          }
        } else await core.call('sync.start', undefined);
        await pause(below(LONGEST_MS));
        const access = await core.call('core.cacheAccess', undefined);
        await core.kill();
        counts[way < 6 ? 'kills of the core with commands under way' : 'kills of the core in a sync']++;
        await powerCut(access, join(folder, 'power-cut'), below);
        counts['write-ahead logs cut at random']++;
        await sound(access, 'after a kill');
        core = await open(operator, start);
      }
      await idle(core);
      await everyCommandAnswered(core);
      counts['commands submitted'] += told.length;
      await doneOnce(operator, told);
      same('totals of the cache and of the operator', await cacheTotals(core, MONTHS), truth);
      await sound(await core.call('core.cacheAccess', undefined), 'at the end');
      await core.kill();
      process.stdout.write(`• ${done()} kills\n`);
    }
    return counts;
  } finally {
    await operator.close();
  }
}

const configOf = (operator: TestOperator, dataFolder: string) => ({
  operatorUrl: operator.url,
  dataFolder,
  syncEveryMin: 0,
  hidden: false,
});

async function open(operator: TestOperator, start: () => Promise<CoreChild>): Promise<CoreChild> {
  const core = await start();
  const { phone, password } = operator.control.getState().demoAccount;
  await core.call('session.signInByPassword', { phone, password });
  return core;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > patience) throw new Error(`waited in vain: ${what}`);
    await pause(20);
  }
}

const idle = (core: CoreChild) =>
  until('a complete sync', async () => {
    const { state, firstSync } = await core.call('sync.status', undefined);
    if (state === 'idle' && firstSync) await core.call('sync.start', undefined);
    return state === 'idle' && !firstSync;
  });

const everyCommandAnswered = (core: CoreChild) =>
  until('answers to all commands', async () => {
    const { items } = await core.call('commands.list', { search: '', offset: 0, limit: 200 });
    return items.every(({ state }) => state === 'accepted');
  });

async function doneOnce(operator: TestOperator, told: readonly string[]): Promise<void> {
  const { items } = await (await signIn(operator)).pull('appeals', 200);
  for (const text of told) {
    same(
      `how often «${text}» was done`,
      items.filter(({ messages }) => messages[0]?.text === text).length,
      1,
    );
  }
}
