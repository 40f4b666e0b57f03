// Which runtime opens the program: a real Electron when its binary is here or can be had, else the stand-in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const electronPackage = join(root, 'node_modules', 'electron');
const DOWNLOAD_MS = 120_000;
const NEEDED_DOWNLOAD_MS = 30 * 60_000;
const TRY_AGAIN_MS = 24 * 3_600_000;

const executableNames = {
  win32: 'electron.exe',
  darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

const executableIn = (folder) => join(folder, executableNames[process.platform] ?? 'electron');

/** The folder of a downloaded Electron, or null. */
function findElectron() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  for (const folder of [given, join(electronPackage, 'dist')]) {
    if (folder && existsSync(executableIn(folder))) return folder;
  }
  return null;
}

/**
 * How Electron is to be downloaded; null: not now. Where the stand-in can do, it is tried at most once a day: with the
 * download out of reach, every start would wait for it.
 */
export function downloadOf({ needed, triedAgoMs }) {
  if (needed) return { stdio: 'inherit', timeout: NEEDED_DOWNLOAD_MS };
  const isDue = triedAgoMs === null || triedAgoMs >= TRY_AGAIN_MS;
  return isDue ? { stdio: 'ignore', timeout: DOWNLOAD_MS } : null;
}

function download(needed) {
  const stamp = join(root, 'node_modules', '.electron-tried');
  const triedAgoMs = existsSync(stamp) ? Date.now() - statSync(stamp).mtimeMs : null;
  const options = downloadOf({ needed, triedAgoMs });
  if (!options) return;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  const installer = join(electronPackage, 'install.js');
  if (!existsSync(installer)) return;
  spawnSync(process.execPath, [installer], { cwd: root, ...options });
}

const version = () => JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;

const asElectron = (distPath, why) => ({
  kind: 'electron',
  distPath,
  executable: executableIn(distPath),
  why,
});

async function asStandin(why) {
  const { buildStandin } = await import('../test/electron-standin/build.mjs');
  const distPath = await buildStandin();
  return { kind: 'standin', distPath, executable: executableIn(distPath), why };
}

/**
 * Answers `{kind: 'electron' | 'standin', distPath, executable, why}`.
 * SIP_CABINET_RUNTIME forces one of them. @throws Error when the forced one cannot be had.
 */
export async function resolveRuntime() {
  const forced = process.env.SIP_CABINET_RUNTIME;
  if (forced === 'standin') return asStandin('SIP_CABINET_RUNTIME asks for it');
  // The stand-in does not run on Windows.
  if (!findElectron()) download(forced === 'electron' || process.platform === 'win32');
  const found = findElectron();
  if (found) return asElectron(found, `Electron ${version()} is installed`);
  const why = `Electron ${version()} is not here and could not be downloaded`;
  if (forced === 'electron') throw new Error(`${why}, but SIP_CABINET_RUNTIME asks for it.`);
  if (process.platform === 'win32') {
    throw new Error(`${why}. The stand-in runs on Linux and macOS only; check the network and try again.`);
  }
  return asStandin(why);
}
