// Settings of electron-builder that differ from electron-builder.yml.
import { join } from 'node:path';
import { root } from './setup.mjs';

/** @param facts.hasKey a certificate is there to sign with. @param facts.platform for which it is packaged */
export function packageConfig({ distPath, output, forTests, hasKey, platform }) {
  const electronFuses = {
    ...(forTests ? { enableNodeCliInspectArguments: true } : {}),
    // Setting fuses breaks the signature that Electron comes with, and a Mac with Apple's processor starts no program
    // without one.
    ...(platform === 'darwin' && !hasKey ? { resetAdHocDarwinSignature: true } : {}),
  };
  return {
    extends: join(root, 'electron-builder.yml'),
    electronDist: distPath,
    directories: { output },
    // With a key, an unsigned program is a failure and no warning; see docs/security.md.
    forceCodeSigning: hasKey,
    ...(Object.keys(electronFuses).length > 0 ? { electronFuses } : {}),
  };
}
