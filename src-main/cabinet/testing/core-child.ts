import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { CoreConfig } from '../../channel/core-contract';
import { type CoreChild, forkCore, prepareProgram } from './core-fork';

const root = join(import.meta.dirname, '../../..');

/** Test equipment: builds the entry of the core into the folder. @returns what starts it */
export async function buildCore(folder: string) {
  const port = prepareProgram(folder, root);
  const script = join(folder, 'core.cjs');
  const bundle = await rolldown({
    input: join(root, 'src-main/core.ts'),
    platform: 'node',
    cwd: root,
    external: ['electron', 'better-sqlite3', ...builtinModules.flatMap((name) => [name, `node:${name}`])],
    onLog: () => undefined,
  });
  await bundle.write({ file: script, format: 'cjs', codeSplitting: false });
  await bundle.close();
  return (config: CoreConfig): Promise<CoreChild> => forkCore(script, port, config);
}
