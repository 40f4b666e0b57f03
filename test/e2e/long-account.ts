import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from './program.ts';

type Sources = typeof import('../../src-main/cabinet/testing/long-account.ts');

/** The program's own writer, bundled as the program is: its sources import what only a bundler resolves. */
export async function fillAccount(...given: Parameters<Sources['fillAccount']>): Promise<void> {
  const bundle = await rolldown({
    input: join(root, 'src-main/cabinet/testing/long-account.ts'),
    platform: 'node',
    cwd: root,
    external: ['better-sqlite3', /^node:/],
  });
  const file = join(root, 'out', '.cache', 'long-account.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  const made = (await import(pathToFileURL(file).href)) as Sources;
  await made.fillAccount(...given);
}
