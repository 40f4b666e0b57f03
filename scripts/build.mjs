// Builds the program into out/: main, preload, core, export, operator and its documents as CommonJS, the window by Vite.
// What has not changed since the last build is skipped, so starting stays quick.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recordPackages } from './lib/packages.mjs';
import { enterProjectNode, root, say } from './lib/setup.mjs';

await enterProjectNode();
const { rolldown } = await import('rolldown');
const { build: viteBuild } = await import('vite');

const out = join(root, 'out');
const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
const development = process.argv.includes('--development');
// Packages choose their code by it; who asks for the build (a test, say) must not.
process.env.NODE_ENV = development ? 'development' : 'production';
/** The operator without the cabinet; it is not in the package. */
const ALONE = 'operator';
const external = [
  'electron',
  'better-sqlite3',
  // What jsPDF would load to print web pages; nothing here does.
  'canvg',
  'dompurify',
  'html2canvas',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** ExcelJS brings what reads workbooks as well, with packages of unknown licence; the operator only writes them. */
const withoutReader = {
  name: 'exceljs-without-reader',
  resolveId: (source) => (source.endsWith('/workbook-reader') ? '\0no-workbook-reader' : null),
  load: (id) => (id === '\0no-workbook-reader' ? 'module.exports = null;' : null),
};

/** Names of the bridge's procedures and events: the preload gets the names and none of the schemas. */
async function bridgeNames() {
  const bundle = await rolldown({
    input: join(root, 'src-shared/bridge/contract.ts'),
    platform: 'node',
    cwd: root,
  });
  const file = join(out, '.cache', 'contract.mjs');
  await bundle.write({ file, format: 'esm' });
  const { procedures, events } = await import(`${pathToFileURL(file)}?t=${Date.now()}`);
  return { procedures: Object.keys(procedures), events: Object.keys(events) };
}

async function buildProcesses() {
  const names = await bridgeNames();
  const define = {
    __APP_VERSION__: JSON.stringify(version),
    __DEVELOPMENT__: JSON.stringify(development),
    __BRIDGE_NAMES__: JSON.stringify(names),
  };
  const entries = {
    main: 'src-main/main.ts',
    preload: 'src-main/preload.ts',
    core: 'src-main/core.ts',
    intake: 'src-main/intake.ts',
    reader: 'src-main/reader.ts',
    indexer: 'src-main/indexer.ts',
    export: 'src-main/export.ts',
    operator: 'src-main/operator/standalone.ts',
    'operator-documents': 'src-main/operator/documents/worker.ts',
  };
  rmSync(join(out, 'main'), { recursive: true, force: true });
  const outputs = [];
  for (const [name, input] of Object.entries(entries)) {
    const bundle = await rolldown({
      input: join(root, input),
      platform: 'node',
      cwd: root,
      external,
      plugins: [withoutReader],
      transform: { define, target: 'node24' },
      onLog(level, log, handler) {
        if (log.code !== 'CIRCULAR_DEPENDENCY' && log.code !== 'EVAL') handler(level, log);
      },
    });
    // Main has files of their own for what it loads later: inlined, the operator would run before there is a window.
    // Otherwise one file a process: a sandboxed preload could not load a second one anyway.
    const { output } = await bundle.write({
      dir: join(out, 'main'),
      entryFileNames: `${name}.cjs`,
      chunkFileNames: `${name}-[name].cjs`,
      format: 'cjs',
      codeSplitting: name === 'main',
      minify: !development,
      sourcemap: development,
    });
    await bundle.close();
    if (name !== ALONE) outputs.push(...output);
  }
  recordPackages('processes', outputs);
}

async function buildWindow() {
  const { output } = await viteBuild({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    mode: development ? 'development' : 'production',
  });
  recordPackages('window', output);
}

/** Hash of names, sizes and times of the files below folders: enough to know that nothing was touched. */
function fingerprint(...places) {
  const hash = createHash('sha256').update(String(development));
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else hash.update(`${relative(root, path)}:${stat.size}:${stat.mtimeMs}\n`);
  };
  for (const place of places) if (existsSync(join(root, place))) visit(join(root, place));
  return hash.digest('hex');
}

async function step(name, places, work) {
  const stamp = join(out, '.cache', `${name}.stamp`);
  const wanted = fingerprint('package-lock.json', 'scripts/build.mjs', 'scripts/lib/packages.mjs', ...places);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const started = performance.now();
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(join(out, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await step('processes', ['src-shared', 'src-main'], buildProcesses);
await step('window', ['src-shared', 'src-renderer', 'vite.config.ts'], buildWindow);
