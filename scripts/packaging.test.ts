import { readFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a plain script without types of its own
import { packageConfig } from './lib/package-config.mjs';
// @ts-expect-error: a plain script without types of its own
import { placeOf } from './lib/packages.mjs';

const root = join(import.meta.dirname, '..');

describe('what is bundled is found in the lockfile', () => {
  it.each([
    [posix, '/home/a/cabinet', '/home/a/cabinet/node_modules/react/index.js', 'node_modules/react'],
    [
      win32,
      'C:\\Users\\Анна\\cabinet',
      'C:\\Users\\Анна\\cabinet\\node_modules\\@mantine\\core\\esm\\index.mjs',
      'node_modules/@mantine/core',
    ],
    [
      win32,
      'C:\\cabinet',
      'C:\\cabinet\\node_modules\\a\\node_modules\\b\\index.js',
      'node_modules/a/node_modules/b',
    ],
    [win32, 'C:\\cabinet', 'C:\\cabinet\\src-main\\main.ts', null],
  ])('%#: on Windows as well', (path, folder, source, place) => {
    expect(placeOf(source, folder, path)).toBe(place);
  });
});

describe('settings of the packager', () => {
  const config = (facts: { hasKey: boolean; forTests: boolean; platform: NodeJS.Platform }) =>
    packageConfig({ distPath: '/electron', output: 'dist', ...facts });

  it('a Mac’s program without a key is signed for this computer: its fuses have changed what was signed', () => {
    const unsigned = config({ hasKey: false, forTests: true, platform: 'darwin' });
    expect(unsigned.electronFuses).toEqual({
      enableNodeCliInspectArguments: true,
      resetAdHocDarwinSignature: true,
    });
    expect(unsigned.forceCodeSigning).toBe(false);
  });

  it.each(['win32', 'linux', 'darwin'] as const)(
    'with a key an unsigned program is a failure: %s',
    (platform) => {
      const signed = config({ hasKey: true, forTests: false, platform });
      expect(signed.forceCodeSigning).toBe(true);
      expect(signed.electronFuses).toBeUndefined();
      expect(config({ hasKey: false, forTests: false, platform: 'linux' }).electronFuses).toBeUndefined();
    },
  );
});

it('a deb package names a homepage, or it is not made', () => {
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(homepage).toMatch(/^https:\/\//);
});
