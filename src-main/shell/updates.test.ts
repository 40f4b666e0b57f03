import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: { isPackaged: true } }));
const { isCheckedFeed } = await import('./updates');

const feed = (url: string, publisher = '') =>
  `provider: generic\nurl: ${url}\n${publisher}updaterCacheDirName: x\n`;
const PUBLISHER = 'publisherName:\n  - The publisher\n';

it.each<[string, NodeJS.Platform, string]>([
  ['Windows with a publisher', 'win32', feed('https://updates.example.by/', PUBLISHER)],
  ['macOS', 'darwin', feed('https://updates.example.by/')],
])('updates are taken on %s', (_where, platform, config) => {
  expect(isCheckedFeed(config, platform)).toBe(true);
});

it.each<[string, NodeJS.Platform, string]>([
  ['over plain http', 'darwin', feed('http://updates.example.by/')],
  ['over plain http', 'win32', feed('http://updates.example.by/', PUBLISHER)],
  ['on Windows without a publisher', 'win32', feed('https://updates.example.by/')],
  ['on Linux', 'linux', feed('https://updates.example.by/', PUBLISHER)],
  ['without a feed', 'darwin', 'provider: generic\n'],
])('no update is taken %s (%s)', (_why, platform, config) => {
  expect(isCheckedFeed(config, platform)).toBe(false);
});
