// Makes the stand-in's runtime folder: an executable named «electron» with what it needs beside it.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const sources = join(here, 'src');
const target = join(root, '.standin');
const electronVersion = JSON.parse(
  readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
).version;

/** The fuse wire that packagers look for in Electron's binary: sentinel, version 1, nine fuses at their defaults. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_DEFAULTS = '101100011';

/** A rejected promise that nobody handles ends neither Electron's main process nor its utility processes. */
const ONLY_WARN = '--unhandled-rejections=warn-with-error-code';

const launcher = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
export SIP_CABINET_STANDIN_EXECUTABLE="$here/$(basename -- "$0")"
export SIP_CABINET_STANDIN_NODE="$here/standin-node"
export SIP_CABINET_STANDIN_BOOTSTRAP="$here/standin.cjs"
unset ELECTRON_RUN_AS_NODE
exec "$here/standin-node" ${ONLY_WARN} "$here/standin.cjs" "$@"
`;

function isCurrent() {
  const made = join(target, 'standin.cjs');
  if (!existsSync(made)) return false;
  const newest = Math.max(
    statSync(fileURLToPath(import.meta.url)).mtimeMs,
    statSync(join(root, 'node_modules/node/package.json')).mtimeMs,
    ...readdirSync(sources).map((name) => statSync(join(sources, name)).mtimeMs),
  );
  return statSync(made).mtimeMs > newest;
}

async function bundle(input, file, format, define = {}) {
  const made = await rolldown({
    input: join(sources, input),
    cwd: root,
    platform: format === 'iife' ? 'browser' : 'node',
    external: ['bufferutil', 'utf-8-validate'],
    transform: { define },
  });
  const { output } = await made.write({ file, format, codeSplitting: false });
  await made.close();
  return output[0].code;
}

/** Builds the folder when its sources have changed; answers its path. Two commands may do so at once. */
export async function buildStandin() {
  if (isCurrent()) return target;
  const own = `${target}-${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  await fill(own);
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(own, target);
  } catch (error) {
    rmSync(own, { recursive: true });
    // The other command was a moment faster.
    if (!isCurrent()) throw error;
  }
  return target;
}

async function fill(folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const page = await bundle('page.ts', join(folder, 'page.js'), 'iife');
  rmSync(join(folder, 'page.js'));
  await bundle('main.ts', join(folder, 'standin.cjs'), 'cjs', {
    __PAGE_RUNTIME__: JSON.stringify(page),
    __ELECTRON_VERSION__: JSON.stringify(electronVersion),
  });
  const wire = Buffer.concat([
    Buffer.from(`\n# ${SENTINEL}`),
    Buffer.from([1, FUSE_DEFAULTS.length]),
    Buffer.from(`${FUSE_DEFAULTS}\n`),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(launcher), wire]));
  chmodSync(join(folder, 'electron'), 0o755);
  const node = join(root, 'node_modules/node/bin/node');
  try {
    linkSync(node, join(folder, 'standin-node'));
  } catch {
    copyFileSync(node, join(folder, 'standin-node'));
  }
  // electron-builder expects these of every runtime folder.
  writeFileSync(join(folder, 'version'), electronVersion);
  writeFileSync(
    join(folder, 'LICENSE'),
    'Stand-in runtime of SIP Cabinet, MIT licence; Node.js under its own licence.\n',
  );
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<p>The stand-in ships no Chromium.</p>\n');
  writeFileSync(join(folder, 'locales', 'ru.pak'), '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await buildStandin());
