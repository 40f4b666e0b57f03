import { expect, it } from 'vitest';
// @ts-expect-error: a plain script without types of its own
import { downloadOf } from './runtime.mjs';

const HOUR = 3_600_000;

it('where the stand-in can do, a download that failed is not tried again the same day, and is not waited for', () => {
  expect(downloadOf({ needed: false, triedAgoMs: null })).toMatchObject({ timeout: 120_000 });
  expect(downloadOf({ needed: false, triedAgoMs: HOUR })).toBeNull();
  expect(downloadOf({ needed: false, triedAgoMs: 25 * HOUR })).not.toBeNull();
});

it('where nothing else can do, every start tries, shows how far it is and has time for a slow line', () => {
  for (const triedAgoMs of [null, 0, HOUR]) {
    const download = downloadOf({ needed: true, triedAgoMs });
    expect(download).toMatchObject({ stdio: 'inherit' });
    // Electron is 120 MB: at 2 Mbit/s that is eight minutes.
    expect(download.timeout).toBeGreaterThan(8 * 60_000);
  }
});
