// `npm run documents`: pictures of the documents of a month, made from the demo account, into docs/documents.
// With `--out DIR`: the documents themselves there as well, and pictures of the workbooks where LibreOffice is.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { enterProjectNode, fail, root, run, runNode, say } from './lib/setup.mjs';

await enterProjectNode();

const { values: options } = parseArgs({ options: { out: { type: 'string' } } });
const folder = options.out ? resolve(options.out) : mkdtempSync(join(tmpdir(), 'sip-cabinet-documents-'));
const pictures = options.out ? folder : join(root, 'docs', 'documents');

// The sources import without extensions, which Node does not resolve: they are bundled like the program itself.
const bundle = await rolldown({
  input: join(root, 'test', 'documents', 'make-documents.ts'),
  platform: 'node',
  cwd: root,
  external: [
    'better-sqlite3',
    'exceljs',
    'jspdf',
    ...builtinModules,
    ...builtinModules.map((name) => `node:${name}`),
  ],
  transform: { target: 'node24' },
  onLog: () => undefined,
});
const script = join(root, 'out', 'documents', 'make-documents.mjs');
await bundle.write({ file: script, format: 'esm', codeSplitting: false });
await bundle.close();
if (runNode([script, folder, join(root, 'resources', 'fonts')]) !== 0) fail('The documents were not made.');

mkdirSync(pictures, { recursive: true });
const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
if (options.out) {
  // A peer of the bench; where it is not installed the workbooks are just not drawn.
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.xlsx'))) {
    const target = join(folder, 'workbooks');
    run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', target, join(folder, name)], quiet);
    draw(join(target, name.replace('.xlsx', '.pdf')), `${basename(name, '.xlsx')}-workbook`);
  }
}
for (const name of readdirSync(folder).filter((one) => one.endsWith('.pdf'))) {
  draw(join(folder, name), basename(name, '.pdf'));
}
if (!options.out) rmSync(folder, { recursive: true, force: true });
say(`Pictures in ${pictures}`);

/** Every page as a picture, «invoice-1.png». */
function draw(file, name) {
  if (run('pdftoppm', ['-png', '-r', '80', file, join(pictures, name)], quiet) !== 0) {
    fail('pdftoppm could not draw the pages (Debian: apt-get install poppler-utils).');
  }
}
