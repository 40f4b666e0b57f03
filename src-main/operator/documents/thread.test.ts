import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTRACT } from '../demo/company';
import { pdfText } from '../testing/read-documents';
import type { CallsHead, PieceSource } from './model';
import { createDocumentThread } from './thread';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'documents-'));
const script = join(folder, 'operator-documents.cjs');

beforeAll(async () => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, 'worker.ts'),
    platform: 'node',
    cwd: root,
    external: [
      'canvg',
      'dompurify',
      'html2canvas',
      ...builtinModules.flatMap((name) => [name, `node:${name}`]),
    ],
    onLog: () => undefined,
  });
  await bundle.write({ file: script, format: 'cjs', codeSplitting: false });
  await bundle.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const head: CallsHead = {
  kind: 'calls',
  requisites: CONTRACT,
  fromDay: '2021-05-01',
  toDay: '2021-05-09',
  direction: 'out',
  madeAt: 1_620_640_800_000,
};
const pieces = async function* (...parts: string[]): PieceSource {
  yield* parts;
};
const thread = createDocumentThread({ script, fontFolder: join(root, 'resources/fonts') });

describe('the thread of documents', () => {
  it('makes them from its bundle alone', async () => {
    const subscribers = JSON.stringify({
      subscribers: [{ id: 1, number: '375291000001', name: 'Приёмная' }],
    });
    const files = await thread.make(head, pieces(subscribers), new AbortController().signal);
    expect(files.map(({ name }) => name)).toEqual([
      'Детализация_300012345_2021-05-01_2021-05-09.xlsx',
      'Детализация_300012345_2021-05-01_2021-05-09.pdf',
    ]);
    expect(await pdfText(files[1]?.bytes ?? new Uint8Array())).toContain(
      'За выбранный период не было входящего/исходящего трафика.',
    );
  });

  it('says what went wrong, and gives up when told', async () => {
    const signal = new AbortController().signal;
    await expect(thread.make(head, pieces('{'), signal)).rejects.toThrow(/JSON/);
    const stopping = new AbortController();
    const stopped = thread.make(
      head,
      (async function* () {
        stopping.abort();
        yield '{}';
      })(),
      stopping.signal,
    );
    await expect(stopped).rejects.toThrow(/abort/i);
  });
});
