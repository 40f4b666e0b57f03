// `npm run package`: installers of this platform. `--dir`: the unpacked program only.
// `--for-tests`: the same program with the inspect fuse left on, so that test tools can attach.
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLicences, licenceTexts, softwareBill } from './lib/licences.mjs';
import { packageConfig } from './lib/package-config.mjs';
import { shippedPackages } from './lib/packages.mjs';
import { buildProgram, enterProjectNode, fail, readyRuntime, root, runNode, say } from './lib/setup.mjs';

await enterProjectNode();

const unpacked = process.argv.includes('--dir');
const forTests = process.argv.includes('--for-tests');

buildProgram();
const runtime = await readyRuntime();
// The stand-in is test equipment: it may be looked at unpacked, never handed out.
if (runtime.kind === 'standin' && !unpacked) {
  fail(
    'Installers need the runtime of Electron, which could not be downloaded here. Make them where GitHub is in reach, ' +
      'or name a downloaded runtime by ELECTRON_OVERRIDE_DIST_PATH. The unpacked program can be had: npm run package:dir',
  );
}

/** A certificate in a file or in the keychain, as electron-builder takes it. */
const hasKey = Boolean(process.env.CSC_LINK || process.env.WIN_CSC_LINK || process.env.CSC_NAME);

const output = forTests ? 'dist/test' : 'dist';
rmSync(join(root, output), { recursive: true, force: true });

/** Written to a file, since they nest. */
const config = packageConfig({
  distPath: runtime.distPath,
  output,
  forTests,
  hasKey,
  platform: process.platform,
});
const configFile = join(root, 'out', '.cache', 'package.json');
writeFileSync(configFile, JSON.stringify(config, null, 2));

const packages = shippedPackages();
checkLicences(packages);
writeFileSync(join(root, 'out', '.cache', 'licences.txt'), licenceTexts(packages));

const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
const args = [cli, '--config', configFile, '--publish', 'never', ...(unpacked ? ['--dir'] : [])];
const quiet = { ...process.env, DEBUG: '', ...(hasKey ? {} : { CSC_IDENTITY_AUTO_DISCOVERY: 'false' }) };
const code = runNode(args, { env: quiet });
if (code === 0) {
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = product;
  const bill = softwareBill(product, packages, {
    serialNumber: randomUUID(),
    timestamp: new Date().toISOString(),
  });
  writeFileSync(join(root, output, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  say(`SIP Cabinet ${version} is in ${output}/`);
}
process.exit(code);
