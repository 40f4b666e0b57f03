import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src-shared/domain/requests';
import { createDocumentHandlers } from '../../bridge/documents';
import { temporaryFolder } from '../../store/testing/sample';
import { createOperatorClient } from '../../sync/client';
import { realLimit } from '../../sync/environment';
import { createOperatorClock } from '../../sync/operator-clock';
import type { CabinetSession } from '../session/session';
import { openCabinet } from '../testing/open-cabinet';
import { documentName, saveDocument } from './save-document';

const NOW = Date.parse('2021-05-10T09:00:00Z');
const BYTES = Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 251));
const sha256 = createHash('sha256').update(BYTES).digest('hex');

let cabinet: ReturnType<typeof openCabinet>;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
  folder = temporaryFolder();
});
afterEach(() => {
  cabinet.close();
  folder.remove();
});

const order = (id: number, rest: Partial<Order>): Order => ({
  id,
  kind: 'invoice-file',
  orderedAt: NOW,
  month: '2021-04',
  fromDay: null,
  toDay: null,
  direction: null,
  numbers: null,
  format: 'pdf',
  emails: [],
  status: 'done',
  readyAt: NOW,
  fileName: 'Счет 2021-04.pdf',
  reason: '',
  ...rest,
});

/** A session whose operator gives this answer; what was asked is noted. */
function sessionWith(answer: object, status = 200) {
  const asked: string[] = [];
  const environment = {
    clock: { now: () => NOW },
    random: () => 0.5,
    sleep: async () => {},
    limit: realLimit,
    fetch: async (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
      return new Response(JSON.stringify(answer), { status });
    },
  };
  const client = createOperatorClient(
    'http://operator.test',
    environment,
    createOperatorClock(environment.clock),
  );
  const session = { client, ask: (work: (token: string) => unknown) => work('t') };
  return { session: session as unknown as CabinetSession, asked };
}
const document = (change: object = {}) => ({
  fileName: 'Счет.pdf',
  mime: 'application/pdf',
  sha256,
  base64: BYTES.toString('base64'),
  serverTime: NOW,
  ...change,
});
const refusal = (code: string) => expect.objectContaining({ code });

describe('the name of a document', () => {
  it('is the operator’s, made fit for a file', () => {
    cabinet.store('orders', [
      order(1, {}),
      order(2, { fileName: '..\\..\\C:/счет №5?.pdf ' }),
      order(3, { fileName: '...' }),
    ]);
    expect([1, 2, 3].map((id) => documentName(cabinet.cache, id))).toEqual([
      'Счет 2021-04.pdf',
      '_.._C__счет №5_.pdf',
      'document-3',
    ]);
  });

  it.each([
    ['document-not-ready', { status: 'forming', fileName: null }],
    ['not-found', { status: 'failed', fileName: null }],
    ['not-found', { kind: 'invoice-email', fileName: null }],
  ] as const)('is refused with %s', (code, rest) => {
    cabinet.store('orders', [order(1, rest)]);
    expect(() => documentName(cabinet.cache, 1)).toThrow(refusal(code));
    expect(() => documentName(cabinet.cache, 9)).toThrow(refusal('not-found'));
  });
});

describe('saving a document', () => {
  it('writes exactly the operator’s bytes where the person said', async () => {
    const { session, asked } = sessionWith(document());
    const path = join(folder.path, 'мой счет.pdf');
    const handlers = createDocumentHandlers({
      documentName: async () => 'Счет.PDF',
      askWhereToSave: async (suggestion) => {
        expect(suggestion).toEqual({ name: 'Счет.PDF', format: 'pdf' });
        return path;
      },
      saveDocument: (wanted) => saveDocument(session, wanted),
    });
    expect(await handlers['requests.saveDocument']({ orderId: 5 })).toEqual({
      fileName: 'мой счет.pdf',
      path,
    });
    expect(asked).toEqual(['GET http://operator.test/v1/document?orderId=5 Bearer t']);
    expect(readFileSync(path)).toEqual(BYTES);
    expect(readdirSync(folder.path)).toEqual(['мой счет.pdf']);
  });

  it('takes a name as long as names can be', async () => {
    const name = `${'я'.repeat(125)}.pdf`;
    await saveDocument(sessionWith(document()).session, { orderId: 5, path: join(folder.path, name) });
    expect(readdirSync(folder.path)).toEqual([name]);
  });

  it('asks the operator for nothing when the dialog was closed', async () => {
    const handlers = createDocumentHandlers({
      documentName: async () => 'Счет.pdf',
      askWhereToSave: async () => null,
      saveDocument: () => Promise.reject(new Error('not wanted')),
    });
    expect(await handlers['requests.saveDocument']({ orderId: 5 })).toBeNull();
  });

  it('leaves an older file alone when the bytes are not the operator’s', async () => {
    const path = join(folder.path, 'счет.pdf');
    writeFileSync(path, 'old');
    const { session } = sessionWith(document({ base64: BYTES.subarray(1).toString('base64') }));
    await expect(saveDocument(session, { orderId: 5, path })).rejects.toEqual(refusal('document-damaged'));
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(['счет.pdf']);
  });

  it('says what is wrong with the place', async () => {
    const { session } = sessionWith(document());
    const path = join(folder.path, 'none', 'счет.pdf');
    await expect(saveDocument(session, { orderId: 5, path })).rejects.toEqual(refusal('not-writable'));
  });
});
