// Whether node_modules is what the lockfile asks for, whoever has installed it. Plain JavaScript for the system's Node.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Compares the lockfile with npm's own list of what it has put into node_modules, which it writes when all is there.
 * Optional packages may be missing: most of them are for other systems.
 */
export function isInstalled(folder) {
  const list = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  const { '': _project, ...wanted } = packagesOf(join(folder, 'package-lock.json'));
  const same = (place) =>
    installed[place]
      ? installed[place].version === wanted[place].version &&
        installed[place].integrity === wanted[place].integrity
      : wanted[place].optional === true;
  return Object.keys(wanted).every(same) && Object.keys(installed).every((place) => place in wanted);
}
