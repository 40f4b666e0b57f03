// Licences of what is shipped: which are accepted, the list in docs/, the texts that go with the program, the SBOM.

/** Free to ship with a closed or an open program, given that their words are passed on. */
const ACCEPTED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Zlib',
];

const WHERE = { processes: 'main processes', window: 'window', beside: 'beside the bundles' };

/** True when an SPDX expression leaves a choice that is accepted. */
export function isAccepted(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1').trim();
  if (plain.includes('(')) return false;
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAccepted);
  return plain.split(' AND ').every((licence) => ACCEPTED.includes(licence.trim()));
}

/** @throws Error that names every package whose licence is unknown or asks for more than its words */
export function checkLicences(packages) {
  const refused = packages.filter(({ licence }) => !isAccepted(licence));
  if (refused.length === 0) return;
  const names = refused.map(
    ({ name, version, licence }) => `${name} ${version}: ${licence || 'no licence is named'}`,
  );
  throw new Error(`These may not be shipped:\n  ${names.join('\n  ')}`);
}

/** One entry per name and version. */
function merged(packages) {
  const all = new Map();
  for (const one of packages) {
    const key = `${one.name}@${one.version}`;
    const parts = new Set([...(all.get(key)?.parts ?? []), ...one.parts]);
    all.set(key, { ...one, parts: [...parts] });
  }
  return [...all.values()];
}

/** docs/licences.md */
export function licenceList(packages) {
  const rows = merged(packages).map(
    ({ name, version, licence, parts }) =>
      `| ${name} | ${version} | ${licence} | ${parts.map((part) => WHERE[part]).join(', ')} |`,
  );
  return `# Licences

What the built program contains besides its own code (MIT, [LICENSE](../LICENSE)). Made by \`node scripts/licences.mjs\`
from the modules that the build has bundled and from the lockfile; a test fails while this page is not current or a licence
is unknown or copyleft. The texts go with every package in \`licences.txt\`, what Chromium and Node.js contain in
Electron's \`LICENSES.chromium.html\`, the fonts' licence in \`resources/fonts/OFL.txt\`. SQLite, in the native module, is in
the public domain.

| Package | Version | Licence | Where |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** licences.txt of a package: the words that the licences want to be passed on. */
export function licenceTexts(packages) {
  return merged(packages)
    .map(
      ({ name, version, licence, text }) =>
        `${name} ${version} (${licence})\n\n${text || 'No text comes with it.'}\n`,
    )
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** CycloneDX 1.6 of the program: what is in it, by package URLs and hashes that others can look up. */
export function softwareBill({ name, version }, packages, { serialNumber, timestamp }) {
  const components = merged(packages).map((one) => {
    const purl = `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`;
    const [algorithm, digest] = one.integrity?.split('-') ?? [];
    return {
      type: 'library',
      'bom-ref': purl,
      name: one.name,
      version: one.version,
      purl,
      licenses: [
        / (AND|OR) /.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } },
      ],
      ...(algorithm === 'sha512'
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] }
        : {}),
    };
  });
  const ref = `${name}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serialNumber}`,
    version: 1,
    metadata: { timestamp, component: { type: 'application', 'bom-ref': ref, name, version } },
    components,
    dependencies: [{ ref, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}
