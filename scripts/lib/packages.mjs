// What of node_modules is in the program: recorded by the build, read by the list of licences and the SBOM.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import nodePath, { join } from 'node:path';
import { root } from './setup.mjs';

const PARTS = ['processes', 'window'];
/** Not bundled, but shipped: the native module and the runtime. */
const BESIDE = ['node_modules/better-sqlite3', 'node_modules/electron'];
const recordOf = (part) => join(root, 'out', '.cache', `${part}.packages.json`);

/** The place of a module's package in the lockfile, which has forward slashes everywhere; null: it is of no package. */
export function placeOf(source, folder = root, path = nodePath) {
  const [, found] = /(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(source.replaceAll('\\', '/')) ?? [];
  return found ? path.relative(folder, found.replace(/^\0[^/]*/, '')).replaceAll('\\', '/') : null;
}

/** Notes which packages the modules and files of a bundle come from, by their places in the lockfile. */
export function recordPackages(part, output) {
  const sources = output.flatMap((made) =>
    made.type === 'chunk'
      ? made.moduleIds
      : made.originalFileNames.map((name) => join(root, 'src-renderer', name)),
  );
  const places = sources.flatMap((source) => placeOf(source) ?? []);
  mkdirSync(join(root, 'out', '.cache'), { recursive: true });
  writeFileSync(recordOf(part), JSON.stringify([...new Set(places)].sort(), null, 1));
}

/**
 * Packages in the built program, by name: `{name, version, licence, integrity, parts, text}`.
 * @throws Error when the program was not built
 */
export function shippedPackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const partsOf = new Map(BESIDE.map((place) => [place, ['beside']]));
  for (const part of PARTS) {
    if (!existsSync(recordOf(part)))
      throw new Error('The program was not built: run «node scripts/build.mjs» first.');
    for (const place of JSON.parse(readFileSync(recordOf(part), 'utf8'))) {
      partsOf.set(place, [...(partsOf.get(place) ?? []), part]);
    }
  }
  return [...partsOf]
    .map(([place, parts]) => {
      const { name, version, license, integrity } = lock[place];
      return {
        // An alias has its true name in the lockfile.
        name: name ?? place.split('node_modules/').at(-1),
        version,
        licence: license ?? '',
        integrity,
        parts,
        text: licenceText(join(root, place)),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The words that its licence wants to be passed on with a package. */
function licenceText(folder) {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}
