// `node scripts/migrations.mjs <name>`: makes the next migration of the cache from src-main/store/schema.ts.
// `node scripts/migrations.mjs --bundle`: only gathers the SQL files into bundle.json.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, runNode } from './lib/setup.mjs';

const folder = join(root, 'src-main', 'store', 'migrations');
const [name] = process.argv.slice(2);
if (!name) fail('A name is needed: node scripts/migrations.mjs add-something');

const before = new Set(readdirSync(folder));
if (name !== '--bundle') {
  const kit = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const options = [
    '--dialect=sqlite',
    '--schema=src-main/store/schema.ts',
    '--out=src-main/store/migrations',
  ];
  if (runNode([kit, 'generate', ...options, `--name=${name}`]) !== 0) fail('drizzle-kit failed; see above.');
}

// drizzle-kit does not know STRICT tables. Only new files are touched: shipped ones are pinned by their hash.
for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.sql') && !before.has(entry))) {
  const path = join(folder, file);
  const sql = readFileSync(path, 'utf8');
  writeFileSync(path, sql.replace(/(CREATE TABLE [^;]*\n\));/g, '$1 STRICT;'));
}

const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
const bundle = journal.entries.map(({ tag }) => {
  const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8');
  return { tag, hash: createHash('sha256').update(sql).digest('hex'), sql };
});
writeFileSync(join(folder, 'bundle.json'), `${JSON.stringify(bundle, null, 2)}\n`);
