import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const house = mkdtempSync(join(tmpdir(), 'rules-'));
afterAll(() => rmSync(house, { recursive: true }));

cpSync(join(root, '.dependency-cruiser.cjs'), join(house, '.dependency-cruiser.cjs'));
symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
const targets = [
  'src-shared/domain/money.ts',
  'src-shared/operator-api/feeds.ts',
  'src-shared/bridge/sync.ts',
  'src-renderer/state/session.ts',
  'src-main/operator/index.ts',
  'src-main/store/cache.ts',
  'src-main/sync/pull.ts',
  'src-main/cabinet/charges.ts',
  'src-main/documents/pdf.ts',
  'src-main/files/put-in-place.ts',
  'src-main/shell/window.ts',
];
for (const file of targets) write(file, 'export const value = 1;\n');

function write(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

const cases: [file: string, specifier: string, rule: string | null][] = [
  ['src-shared/domain/bad.ts', '../../src-main/store/cache', 'shared-imports-only-zod-and-itself'],
  ['src-shared/domain/bad2.ts', '../operator-api/feeds', 'domain-imports-itself'],
  ['src-shared/operator-api/bad.ts', '../bridge/sync', 'operator-api-imports-domain'],
  ['src-shared/operator-api/good.ts', '../domain/money', null],
  ['src-renderer/state/bad.ts', '../../src-main/store/cache', 'renderer-imports-shared'],
  ['src-renderer/state/bad2.ts', 'node:fs', 'renderer-has-no-node'],
  ['src-main/operator/bad.ts', '../store/cache', 'operator-imports-shared'],
  ['src-main/documents/bad.ts', '../store/cache', 'documents-import-shared-files'],
  ['src-main/documents/good.ts', '../files/put-in-place', null],
  ['src-main/files/bad.ts', '../documents/pdf', 'files-import-nothing'],
  ['src-main/sync/bad.ts', '../cabinet/charges', 'sync-imports-store'],
  ['src-main/cabinet/bad.ts', '../shell/window', 'cabinet-imports-store-sync-documents'],
  ['src-main/cabinet/bad2.ts', '../operator/index', 'only-the-composition-root-knows-the-operator'],
  ['src-main/cabinet/bad3.ts', 'electron', 'electron-only-in-shell-and-entries'],
  ['src-main/cabinet/good.ts', '../store/cache', null],
  ['src-main/sync/good.ts', '../store/cache', null],
  ['src-main/shell/good.ts', 'electron', null],
  ['src-renderer/state/good.ts', '../../src-shared/domain/money', null],
];

type Violation = { from: string; rule: { name: string } };

function violations(): Violation[] {
  for (const [file, specifier] of cases) {
    write(file, `import * as other from '${specifier}';\nexport const used = other;\n`);
  }
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [cli, 'src-shared', 'src-main', 'src-renderer', '--output-type', 'json'];
  const report = execFileSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
  return JSON.parse(report).summary.violations;
}

describe('dependency rules', () => {
  const found = violations();

  it.each(cases)('%s importing %s breaks %s', (file, _specifier, rule) => {
    const broken = found.filter((violation) => violation.from === file).map(({ rule }) => rule.name);
    if (rule) expect(broken).toContain(rule);
    else expect(broken).toEqual([]);
  });
});
