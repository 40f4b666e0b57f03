// `npm run screenshots`: a picture of every screen, and the page that shows them, into docs/screens or `--out DIR`.
// `--theme light|dark`, `--width 1280`, `--height 800`, `--only NAME`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildProgram, enterProjectNode, fail, readyRuntime, root, say } from './lib/setup.mjs';

await enterProjectNode();

const { values: options } = parseArgs({
  options: {
    out: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    only: { type: 'string' },
  },
});
const size = { width: Number(options.width), height: Number(options.height) };
if (!['light', 'dark'].includes(options.theme)) fail(`--theme is light or dark, not «${options.theme}».`);
if (!(size.width > 0 && size.height > 0)) fail('--width and --height are numbers of pixels.');

buildProgram();
await readyRuntime();

const { startCabinet } = await import('../test/e2e/cabinet.ts');
const { screenNames, walkScreens } = await import('../test/e2e/screens.ts');
if (options.only && !screenNames.includes(options.only)) {
  fail(`There is no screen «${options.only}», but ${screenNames.join(', ')}.`);
}
const wanted = (screen) => !options.only || screen.name === options.only;
const out = resolve(options.out ?? join(root, 'docs', 'screens'));
mkdirSync(out, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'sip-cabinet-screens-'));
const cabinet = await startCabinet('built', data);
try {
  await cabinet.page.setViewportSize(size);
  await cabinet.call('settings.set', { theme: options.theme });
  const taken = [];
  await walkScreens(
    cabinet,
    async (name) => {
      taken.push(name);
      await cabinet.page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled', scale: 'css' });
    },
    wanted,
  );
  if (!options.only) writeFileSync(join(out, 'README.md'), gallery(taken));
  say(`${taken.length} pictures in ${out}: ${taken.join(', ')}`);
} catch (error) {
  const path = join(tmpdir(), 'sip-cabinet-broken-walk.png');
  await cabinet.page.screenshot({ path });
  say(`What the window showed then: ${path}`);
  throw error;
} finally {
  await cabinet.close();
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The page that shows the pictures, three in a row. */
function gallery(names) {
  const cell = (name) => (name ? `![${name}](${name}.png)<br>${name}` : '');
  const rows = [];
  for (let at = 0; at < names.length; at += 3) {
    rows.push(`| ${[0, 1, 2].map((next) => cell(names[at + next])).join(' | ')} |`);
  }
  return `# Every screen of the cabinet\n\nMade by \`npm run screenshots\`.\n\n| | | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
