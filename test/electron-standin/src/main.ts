import { existsSync, readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import Module from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { mainApi, utilityApi } from './api';
import { App } from './app';
import { unfoldAsar } from './asar';
import { startRuntime } from './runtime';
import { ParentPort, UTILITY_ENV } from './utility-process';

declare const __ELECTRON_VERSION__: string;

type Loader = { _load(request: string, parent: unknown, isMain: boolean): unknown };
const loader = Module as unknown as Loader;

/** Everything that asks for `electron` from now on gets this. */
function provideElectron(api: unknown): void {
  const load = loader._load;
  loader._load = (request, parent, isMain) =>
    request === 'electron' || request.startsWith('electron/') ? api : load(request, parent, isMain);
}

function describeVersions(): void {
  Object.defineProperties(process.versions, {
    electron: { value: __ELECTRON_VERSION__, enumerable: true },
    chrome: { value: 'system', enumerable: true },
    'sip-cabinet-standin': { value: '1', enumerable: true },
  });
}

function runUtility(script: string): void {
  delete process.env[UTILITY_ENV];
  Object.assign(process, { type: 'utility', parentPort: new ParentPort() });
  provideElectron(utilityApi);
  loader._load(script, null, true);
}

/** Switches that take the next word with them, as Playwright gives them. */
function readCommandLine(args: string[]): { preloads: string[]; target: string | undefined } {
  const preloads: string[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '-r' || word === '--require') preloads.push(args[++at] ?? '');
    else if (!word.startsWith('-')) words.push(word);
  }
  return { preloads, target: words[0] };
}

function runMain(): void {
  const folder = dirname(process.env.SIP_CABINET_STANDIN_EXECUTABLE ?? process.execPath);
  const executable = process.env.SIP_CABINET_STANDIN_EXECUTABLE ?? process.execPath;
  process.argv = [executable, ...process.argv.slice(2)];
  Object.defineProperty(process, 'execPath', { value: executable });
  const { preloads, target } = readCommandLine(process.argv.slice(1));
  const archive = join(folder, 'resources', 'app.asar');
  const isPackaged = existsSync(archive);
  const appPath = isPackaged ? unfoldAsar(archive) : resolve(target ?? '.');
  Object.assign(process, { type: 'browser', resourcesPath: join(folder, 'resources') });

  const pkg = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  const app = new App(appPath, isPackaged, pkg);
  provideElectron(mainApi(app));
  // The debugger's line is what test tools wait for.
  if (process.argv.some((word) => word.startsWith('--inspect'))) inspector.open(0, '127.0.0.1', false);
  void startRuntime().catch((error) => {
    process.stderr.write(`${basename(executable)}: ${error.message}\n`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  for (const preload of preloads) loader._load(resolve(preload), null, false);
  loader._load(join(appPath, pkg.main ?? 'index.js'), null, true);
  void app.becomeReady();
}

describeVersions();
const script = process.env[UTILITY_ENV];
if (script) runUtility(script);
else runMain();
