// Set-up shared by `npm start` and `npm test`. Plain JavaScript for the system's Node (20 or newer):
// it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const windows = process.platform === 'win32';

/** The Node that the project pins as a dependency; the system's may be too old for its native module. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Says what is done, in one line. */
export function say(text) {
  console.log(`• ${text}`);
}

/** Ends with a clear instruction instead of a stack. */
export function fail(text) {
  console.error(`\n✗ ${text}`);
  process.exit(1);
}

/** Runs a command with its output shown; answers its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) {
    console.error(`✗ ${command}: ${result.error.message}`);
    return 1;
  }
  return result.status ?? 1;
}

/** Runs a script under the project's own Node. */
export function runNode(args, options = {}) {
  return run(projectNode, args, options);
}

/** Installs what is missing and, unless the project's own Node runs already, runs the script again under it. */
export async function enterProjectNode() {
  installDependencies();
  if (process.execPath === projectNode || process.env.SIP_CABINET_BOOTSTRAPPED === '1') return;
  const env = { ...process.env, SIP_CABINET_BOOTSTRAPPED: '1' };
  await becomes(projectNode, process.argv.slice(1), { env });
}

/** Starts a program in place of this script: signals are passed on, and this process ends as the program does. */
export function becomes(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise(() => {
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}`));
    child.on('exit', (code) => process.exit(code ?? 1));
  });
}

/** Builds what has changed; ends where the build fails. */
export function buildProgram() {
  if (runNode(['scripts/build.mjs']) !== 0) fail('The build failed; the reason is above.');
}

/** The runtime that shows the program, said in one line and ready to run; see scripts/runtime.mjs. */
export async function readyRuntime() {
  const { resolveRuntime } = await import('../runtime.mjs');
  const runtime = await resolveRuntime();
  say(`Runtime: ${runtime.kind === 'electron' ? 'Electron' : 'stand-in'} — ${runtime.why}`);
  if (runtime.kind === 'standin') ensureChromium();
  return runtime;
}

/** Installs the locked dependencies when they are absent or other ones are asked for. */
function installDependencies() {
  if (existsSync(projectNode) && isInstalled(root)) return;
  say('Installing dependencies (npm ci) …');
  const npmCli = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = npmCli
    ? run(process.execPath, [npmCli, ...args])
    : run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
  if (code !== 0) fail('Dependencies could not be installed. Check the network and run the command again.');
  if (!existsSync(projectNode)) fail(`npm ci did not bring Node for this platform (${projectNode}).`);
}

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function findChromium() {
  if (process.env.SIP_CABINET_CHROMIUM) return process.env.SIP_CABINET_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(':');
  for (const name of chromiumNames) {
    const folder = folders.find((candidate) => existsSync(join(candidate, name)));
    if (folder) return join(folder, name);
  }
  return null;
}

/** The stand-in runtime draws its window with the system's Chromium; as root on Debian it is installed. */
function ensureChromium() {
  if (findChromium()) return;
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    fail(
      'No Electron runtime and no Chromium here. Install Chromium (Debian: sudo apt-get install chromium) ' +
        'or set SIP_CABINET_CHROMIUM to its program file, then run the command again.',
    );
  }
  say('Installing Chromium (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], quiet);
  if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet) !== 0) {
    fail('apt-get could not install Chromium. Install it by hand and run the command again.');
  }
}
