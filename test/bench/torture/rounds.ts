import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorTotals } from '../../../src-main/cabinet/testing/cdr-totals';
import { prepareProgram } from '../../../src-main/cabinet/testing/core-fork';
import { minsk, startTestOperator } from '../../../src-main/operator/testing/client';
import { seeded } from '../../../src-main/store/testing/sample';
import { type Computer, newComputer, type World } from './computer';
import { killedCopy, killedPuttingBack } from './copies';
import { killedInSync, killedWithCommands } from './killed-core';
import { killedExport } from './killed-export';
import { killedMigration } from './killed-migration';
import { killedPasswordChange } from './killed-password';
import { killedProgram } from './killed-program';

export type TortureOptions = {
  root: string;
  /** The runtime that shows the program. */
  executable: string;
  folder: string;
  kills: number;
  seed: number;
};

/** A new computer, with everything to take in, after so many kills; the first ones fall into its first sync. */
const KILLS_OF_A_COMPUTER = 8;
const KILLS_OF_A_FIRST_SYNC = 2;
/** The whole program takes long to start: one kill in so many is one of it or of its window. */
const SHARE_OF_THE_PROGRAM = 8;

type Way = { name: string; run(computer: Computer): Promise<void> };
const inSync: Way = { name: 'kills of the core in a sync', run: killedInSync };
const withCommands: Way = { name: 'kills of the core with commands under way', run: killedWithCommands };
const anExport: Way = { name: 'kills of the export process in an export', run: killedExport };
const aCopy: Way = { name: 'kills of the export process in a backup copy', run: killedCopy };
const puttingBack: Way = { name: 'kills of the core while a copy is put back', run: killedPuttingBack };
const aPassword: Way = {
  name: 'kills of the core while the password is changed',
  run: killedPasswordChange,
};
const aMigration: Way = {
  name: 'migrations of an old cache, each killed up to 3 times',
  run: killedMigration,
};

/** How often each comes; dealt like cards, so that a short run has all of them. */
const ways = [
  ...[inSync, withCommands, withCommands, anExport, anExport],
  ...[aCopy, aCopy, puttingBack, puttingBack, aPassword, aPassword, aMigration],
];

/**
 * Kills processes of the program at random moments, starts them again and looks at everything that must hold.
 * @throws what does not hold
 */
export async function torture(options: TortureOptions): Promise<Map<string, number>> {
  const { root, folder, kills } = options;
  const below = seeded(options.seed);
  const operator = await startTestOperator({ at: minsk('2018-05-20', 12) });
  const program = join(folder, 'program');
  const port = prepareProgram(program, root);
  for (const name of ['core', 'intake', 'reader', 'indexer', 'export'])
    copyFileSync(join(root, `out/main/${name}.cjs`), join(program, `${name}.cjs`));
  const counts = new Map(ways.map(({ name }) => [name, 0]));
  const count = (name: string, more = 1) => counts.set(name, (counts.get(name) ?? 0) + more);
  let deck: Way[] = [];
  const deal = (): Way => {
    if (deck.length === 0) deck = [...ways];
    return deck.splice(below(deck.length), 1)[0] ?? inSync;
  };
  try {
    const truth = await operatorTotals(operator);
    const world: World = { ...options, operator, truth, program, port, below };
    let done = Math.max(1, Math.floor(kills / SHARE_OF_THE_PROGRAM));
    for (const [name, many] of Object.entries(
      await killedProgram({ ...options, below, folder: join(folder, 'whole') }, done),
    )) {
      count(name, many);
    }
    process.stdout.write(`• ${done} kills\n`);
    for (let number = 1; done < kills; number++) {
      const computer = newComputer(world, number);
      try {
        await computer.start();
        for (let kill = 0; kill < KILLS_OF_A_COMPUTER && done < kills; kill++) {
          const first = below(2) === 0 ? inSync : withCommands;
          const way = kill < KILLS_OF_A_FIRST_SYNC ? first : deal();
          try {
            await way.run(computer);
          } catch (error) {
            throw new Error(`${way.name}, number ${done + 1}, computer ${number}`, { cause: error });
          }
          count(way.name);
          done++;
        }
        await computer.settle();
        count('commands submitted, each done once', computer.told.length);
      } finally {
        // Also after a failure: a core that goes on would keep this process alive.
        await computer.kill();
      }
      process.stdout.write(`• ${done} kills\n`);
    }
    return counts;
  } finally {
    await operator.close();
  }
}
