import { readdirSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * Bundles an entry of test/bench and the tasks that it runs as processes; answers the entry's file. The sources import
 * without extensions, which Node does not resolve.
 */
export async function bundleBench(entry) {
  const { rolldown } = await import('rolldown');
  const sources = join(root, 'test', 'bench');
  const target = join(root, 'out', 'bench');
  const taskNames = readdirSync(join(sources, 'tasks')).map((name) => name.replace(/\.ts$/, ''));
  const bundle = await rolldown({
    input: {
      [entry]: join(sources, `${entry}.ts`),
      ...Object.fromEntries(taskNames.map((name) => [`tasks/${name}`, join(sources, 'tasks', `${name}.ts`)])),
    },
    platform: 'node',
    cwd: root,
    external: [
      'better-sqlite3',
      '@duckdb/node-api',
      'exceljs',
      'jspdf',
      'jspdf-autotable',
      'pdfjs-dist/legacy/build/pdf.mjs',
      '@e965/xlsx',
      /^@playwright\//,
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
    ],
    transform: { target: 'node24' },
  });
  rmSync(target, { recursive: true, force: true });
  await bundle.write({
    dir: target,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'parts/[name].mjs',
  });
  await bundle.close();
  return join(target, `${entry}.mjs`);
}
