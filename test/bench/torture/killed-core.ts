import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sound } from './checks';
import type { Computer } from './computer';
import { powerCut } from './power-cut';

/** Longest time that the core is left alone before it is killed. */
const LONGEST_MS = 400;

export async function killedInSync(computer: Computer): Promise<void> {
  await computer.call('sync.start', undefined);
  await killedSoon(computer);
}

export async function killedWithCommands(computer: Computer): Promise<void> {
  await computer.order();
  await killedSoon(computer);
}

async function killedSoon(computer: Computer): Promise<void> {
  const { world, kill, start } = computer;
  await pause(world.below(LONGEST_MS));
  const access = await computer.access();
  await kill();
  await powerCut(access, join(world.folder, 'power-cut'), world.below);
  await sound(access, 'after a kill');
  await start();
}
