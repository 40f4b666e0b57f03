import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../../..');

const threads = ['intake', 'reader', 'indexer'] as const;
type Entry = 'core' | (typeof threads)[number];

/** Test equipment: bundles what the core's threads run. */
export async function bundleThreads(folder: string): Promise<void> {
  for (const name of threads) await bundleEntry(name, folder);
}

/** Test equipment: bundles an entry of the program as its build does. @returns the bundle's file */
export async function bundleEntry(name: Entry, folder: string): Promise<string> {
  const bundle = await rolldown({
    input: join(root, 'src-main', `${name}.ts`),
    platform: 'node',
    cwd: root,
    external: ['electron', 'better-sqlite3', ...builtinModules.flatMap((id) => [id, `node:${id}`])],
    onLog: () => undefined,
  });
  const file = join(folder, `${name}.cjs`);
  await bundle.write({ file, format: 'cjs', codeSplitting: false });
  await bundle.close();
  return file;
}
