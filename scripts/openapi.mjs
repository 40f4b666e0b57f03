// `node scripts/openapi.mjs`: writes docs/operator-api/openapi.json from the table of the operator's contract.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root, say } from './lib/setup.mjs';

const bundle = await rolldown({
  input: join(root, 'src-main/operator/openapi/document.ts'),
  platform: 'node',
  cwd: root,
});
const file = join(root, 'out', '.cache', 'openapi.mjs');
await bundle.write({ file, format: 'esm' });
await bundle.close();
const { openApiText } = await import(`${pathToFileURL(file)}?t=${Date.now()}`);
const folder = join(root, 'docs', 'operator-api');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'openapi.json'), openApiText());
say('Wrote docs/operator-api/openapi.json');
