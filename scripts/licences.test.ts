import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: a plain script without types of its own
import { checkLicences, isAccepted, licenceList, licenceTexts, softwareBill } from './lib/licences.mjs';
// @ts-expect-error: a plain script without types of its own
import { shippedPackages } from './lib/packages.mjs';

type Package = {
  name: string;
  version: string;
  licence: string;
  integrity?: string;
  parts: string[];
  text: string;
};
type Locked = {
  name?: string;
  version: string;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
};

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
let packages: Package[];
beforeAll(() => {
  // Nothing is built that has not changed.
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'ignore' });
  packages = shippedPackages();
});

describe('licences of what is shipped', () => {
  it('are all accepted, and the page about them is current (else: node scripts/licences.mjs)', () => {
    expect(() => checkLicences(packages)).not.toThrow();
    expect(read('docs/licences.md')).toBe(licenceList(packages));
  });

  it('come from what is bundled: parts of the window, of the processes, and what lies beside', () => {
    const partsOf = (name: string) => packages.find((one) => one.name === name)?.parts;
    expect(partsOf('react')).toEqual(['window']);
    expect(partsOf('hono')).toEqual(['processes']);
    expect(partsOf('zod')).toEqual(expect.arrayContaining(['processes', 'window']));
    expect(partsOf('better-sqlite3-multiple-ciphers')).toEqual(['beside']);
    for (const absent of ['vite', 'typescript', 'unzipper', 'drizzle-kit'])
      expect(partsOf(absent)).toBeUndefined();
  });

  it.each(['MIT', 'ISC', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'GPL-3.0 OR Apache-2.0'])(
    '%s may be shipped',
    (licence) => expect(isAccepted(licence)).toBe(true),
  );

  it.each([
    'GPL-3.0-only',
    'LGPL-2.1',
    'AGPL-3.0',
    'MPL-2.0',
    'MIT AND GPL-2.0',
    'SEE LICENSE IN x',
    'UNLICENSED',
    '',
  ])('«%s» may not', (licence) => {
    const one = { name: 'p', version: '1.0.0', licence, parts: ['window'], text: '' };
    expect(() => checkLicences([one])).toThrow(/p 1\.0\.0/);
  });

  it('go with the program in their own words', () => {
    const texts: string = licenceTexts(packages);
    for (const { name, version, text } of packages) {
      expect(texts).toContain(`${name} ${version}`);
      expect(texts).toContain(text);
    }
  });
});

it('the bill of software names each package once, where it comes from and its hash', () => {
  const bill = softwareBill({ name: 'sip-cabinet', version: '1.2.3' }, packages, {
    serialNumber: '3e671687-395b-41f5-a30f-a58921a69b79',
    timestamp: '2021-05-10T09:00:00.000Z',
  });
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    metadata: { component: { type: 'application', name: 'sip-cabinet', version: '1.2.3' } },
  });
  const refs: string[] = bill.components.map((one: { purl: string }) => one.purl);
  expect(new Set(refs).size).toBe(refs.length);
  expect(bill.dependencies).toEqual([{ ref: 'sip-cabinet@1.2.3', dependsOn: refs }]);
  for (const component of bill.components) {
    expect(component.purl).toMatch(/^pkg:npm\/(%40[^/@]+\/)?[^/@]+@\d+\.\d+\.\d+/);
    expect(component.hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    expect(component.licenses).toHaveLength(1);
  }
});

describe('the lockfile', () => {
  const locked = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, Locked>);

  it('has a hash for every package, and no place outside the registry', () => {
    const packagesOf = locked.filter(([place]) => place !== '');
    expect(packagesOf.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([]);
    expect(packagesOf.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://'))).toEqual([]);
  });

  it('has no install script that was not decided about', () => {
    const decided = Object.keys(JSON.parse(read('package.json')).allowScripts);
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([place, { name }]) => name ?? place.split('node_modules/').at(-1) ?? '');
    expect([...new Set(names)].filter((name) => !decided.includes(name))).toEqual([]);
  });
});
