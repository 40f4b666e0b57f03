import { join } from 'node:path';
import type { CoreConfig } from '../../channel/core-contract';
import { bundleEntry, bundleThreads } from '../../store/testing/bundle-entry';
import { type CoreChild, forkCore, prepareProgram } from './core-fork';

const root = join(import.meta.dirname, '../../..');

/** Test equipment: builds the entries of the core and of its thread into the folder. @returns what starts the core */
export async function buildCore(folder: string) {
  const port = prepareProgram(folder, root);
  const script = await bundleEntry('core', folder);
  await bundleThreads(folder);
  return (config: CoreConfig): Promise<CoreChild> => forkCore(script, port, config);
}
