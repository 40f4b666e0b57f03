// `node scripts/licences.mjs`: writes docs/licences.md from what the build has bundled.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLicences, licenceList } from './lib/licences.mjs';
import { shippedPackages } from './lib/packages.mjs';
import { buildProgram, enterProjectNode, root, say } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
const packages = shippedPackages();
checkLicences(packages);
writeFileSync(join(root, 'docs', 'licences.md'), licenceList(packages));
say(`Wrote docs/licences.md: ${packages.length} packages`);
