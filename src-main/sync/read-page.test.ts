import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bundleEntry } from '../store/testing/bundle-entry';
import { sampleCdrs, temporaryFolder } from '../store/testing/sample';
import { packCdrPage } from './cdr-page';
import { createCdrReader } from './read-page';
import { startReaderThread } from './reader/thread';

const folder = temporaryFolder();
let script: string;
beforeAll(async () => {
  script = await bundleEntry('reader', folder.path);
});
afterAll(() => folder.remove());

const page = { items: sampleCdrs(1500), cursor: 'next', more: true, remaining: 7, serverTime: 1 };
const bytesOf = (json: unknown) => Buffer.from(JSON.stringify(json));
const packed = packCdrPage(page);

function endingScript(): string {
  const file = join(folder.path, 'ends.cjs');
  writeFileSync(file, `require('node:worker_threads').parentPort.on('message', () => process.exit(1));`);
  return file;
}

it.each([
  ['by a thread', () => script, 0],
  ['by the core when the thread ends', endingScript, 1],
  ['by the core when there is none to be had', () => join(folder.path, 'absent.cjs'), 1],
])('long pages are read %s', async (_name, scriptFile, faults) => {
  const onFault = vi.fn();
  const file = scriptFile();
  const start = vi.fn(() => startReaderThread(file));
  const reader = createCdrReader(start, onFault);
  expect(await reader.read(bytesOf(page))).toEqual(packed);
  expect(await reader.read(bytesOf(page))).toEqual(packed);
  expect(await reader.read(bytesOf({ ...page, more: 'yes' }))).toBeNull();
  expect(await reader.read(Buffer.from(JSON.stringify(page).slice(0, -2)))).toBeNull();
  expect(start).toHaveBeenCalledTimes(1);
  expect(onFault).toHaveBeenCalledTimes(faults);
  reader.end();
});

it('a short page is read here, without a thread', async () => {
  const start = vi.fn(() => startReaderThread(script));
  const reader = createCdrReader(start, () => {});
  const short = { ...page, items: page.items.slice(0, 10) };
  expect(await reader.read(bytesOf(short))).toEqual(packCdrPage(short));
  expect(await reader.read(Buffer.from('{'))).toBeNull();
  expect(start).not.toHaveBeenCalled();
});
