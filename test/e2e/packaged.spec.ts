import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from './fixtures';
import { executableIn, packagedFolder, resourcesIn, root } from './program';

/** What electron-builder made: its contents, its switches, and that it starts where nothing of the checkout is. */

const program = packagedFolder();
const archive = join(resourcesIn(program), 'app.asar');
const NATIVE = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;

const files = listPackage(archive, { isPack: false })
  .map((path) => path.slice(1).split(sep).join('/'))
  .filter((path) => !('files' in statFile(archive, path)));

test('the archive holds the program and nothing else', () => {
  const of = (folder: string) => files.filter((path) => path.startsWith(folder));
  expect(of('out/main/').sort()).toEqual(
    [
      ...['core', 'export', 'indexer', 'intake'],
      ...['main-commands', 'main-contract', 'main-main', 'main-operator', 'main'],
      ...['operator-documents', 'preload', 'reader'],
    ].map((name) => `out/main/${name}.cjs`),
  );
  expect(files).toEqual(expect.arrayContaining(['package.json', 'out/renderer/index.html']));
  expect(of('resources/fonts/')).toHaveLength(3);
  expect(of('node_modules/').filter((path) => !path.startsWith('node_modules/better-sqlite3/'))).toEqual([]);
  expect(
    files.filter((path) => /\.(map|tsx?)$|\.(test|spec)\.|(^|\/)tests?\/|\/operator\.cjs/.test(path)),
  ).toEqual([]);
  const { main } = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(files).toContain(main);
});

test('the archive tells nothing of where it was made', () => {
  const texts = files.filter((path) => /^out\/.*\.(cjs|js|css|html)$|^package\.json$/.test(path));
  expect(texts.length).toBeGreaterThan(6);
  for (const path of texts) expect(extractFile(archive, path).includes(root), path).toBe(false);
});

test('the native module lies beside the archive, for this platform only', () => {
  expect(files.filter((path) => path.endsWith('.node'))).toEqual([NATIVE]);
  expect(statFile(archive, NATIVE)).toMatchObject({ unpacked: true });
  const beside = `${archive}.unpacked`;
  const unpacked = readdirSync(beside, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(beside, join(entry.parentPath, entry.name)).split(sep).join('/'));
  expect(unpacked).toEqual([NATIVE]);
});

test('the fuses are set as electron-builder.yml says, but for the inspector that tests need', async () => {
  const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const block = /^electronFuses:\n((?: {2}\S.*\n)+)/m.exec(settings)?.[1] ?? '';
  const wanted = Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, on]) => [name, on === 'true']),
  );
  expect(Object.keys(wanted).length).toBeGreaterThan(5);
  const wire = (await getCurrentFuseWire(executableIn(program))) as unknown as Record<number, FuseState>;
  const found = Object.fromEntries(
    Object.keys(wanted).map((name) => {
      const fuse = `${name[0]?.toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options;
      return [name, wire[FuseV1Options[fuse]] === FuseState.ENABLE];
    }),
  );
  expect(found).toEqual({ ...wanted, enableNodeCliInspectArguments: true });
});

test('the licences of what is in it, and the bill of it, come along', () => {
  const texts = readFileSync(join(resourcesIn(program), 'licences.txt'), 'utf8');
  const bill = JSON.parse(readFileSync(join(program, '..', 'sbom.cdx.json'), 'utf8'));
  expect(bill.components.length).toBeGreaterThan(50);
  for (const { name, version } of bill.components) expect(texts).toContain(`${name} ${version} (`);
});

test('a copy of it starts by itself and draws its page', async ({ folder }) => {
  const copy = join(folder, 'Кабинет SIP');
  cpSync(program, copy, { recursive: true, verbatimSymlinks: true });
  const result = join(folder, 'smoke.json');
  const args = [`--smoke-test=${result}`, `--user-data-dir=${join(folder, 'user-data')}`];
  // Chromium’s sandbox does not start for root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  // Without a display the stand-in would wait for a person's browser; Electron does not know the variable.
  const env = { ...process.env, SIP_CABINET_HEADLESS: '1', TMPDIR: folder };
  const started = spawn(executableIn(copy), args, { cwd: folder, env, stdio: 'ignore', timeout: 60_000 });
  const code = await new Promise((resolve, reject) => started.on('error', reject).on('exit', resolve));
  expect(code).toBe(0);
  expect(existsSync(result)).toBe(true);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(JSON.parse(readFileSync(result, 'utf8'))).toMatchObject({
    title: 'SIP Cabinet — Личный кабинет SIP',
    url: expect.stringMatching(/^app:\/\/cabinet\//),
    version,
    packaged: true,
    dataFolder: join(folder, 'user-data'),
    operatorUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
  });
});
