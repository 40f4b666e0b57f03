import { beforeEach, expect, it, vi } from 'vitest';
import { savePreview, startArchive, startExport } from './exports';

/** Questions that are open, with what answers each. */
const open: { name: string; close: () => void }[] = [];
vi.stubGlobal('window', {
  cabinet: {
    call: new Proxy(
      {},
      {
        get: (_, name: string) => () =>
          new Promise((resolve) => open.push({ name, close: () => resolve({ ok: true, value: null }) })),
      },
    ),
  },
});

beforeEach(() => open.splice(0));

it('asks once where to save, however often the button is pressed meanwhile', async () => {
  const begun = [
    startExport({ kind: 'act', month: '2021-04' }, 'pdf'),
    startExport({ kind: 'act', month: '2021-04' }, 'pdf'),
    startExport({ kind: 'act', month: '2021-04' }, 'xlsx'),
    savePreview(),
    savePreview(),
    startArchive(),
    startArchive(),
  ];
  const asked = () => open.map(({ name }) => name);
  expect(asked()).toEqual(['exports.start', 'exports.start', 'preview.save', 'exports.archive']);
  for (const { close } of open.splice(0)) close();
  expect(await Promise.all(begun)).toEqual(begun.map(() => false));

  const again = startExport({ kind: 'act', month: '2021-04' }, 'pdf');
  expect(asked()).toEqual(['exports.start']);
  open[0]?.close();
  expect(await again).toBe(false);
});
