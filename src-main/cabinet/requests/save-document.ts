import { createHash, randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { cleanText } from '../../documents/clean-text';
import { createFileSink } from '../../documents/file-sink';
import type { ReadableCache } from '../../store/cache';
import { readItem } from '../../store/read/items';
import type { CabinetSession } from '../session/session';

/** Characters that no file system of ours takes in a name, and those that would lead out of a folder. */
const NOT_IN_NAMES = /[\\/:*?"<>|]/g;

/**
 * Name of the ready file of an order, fit for a file of this machine.
 * @throws CabinetError not-found, document-not-ready
 */
export function documentName(cache: ReadableCache, orderId: number): string {
  const order = readItem(cache, 'orders', orderId);
  if (order?.status === 'forming') throw new CabinetError('document-not-ready');
  if (order?.status !== 'done' || order.fileName === null)
    throw new CabinetError('not-found', { what: 'order' });
  const name = cleanText(order.fileName)
    .replace(NOT_IN_NAMES, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name || `document-${orderId}`;
}

/**
 * Downloads the file of an order and writes it, whole or not at all.
 * @throws CabinetError document-damaged, not-found, disk-full, not-writable, file-busy and faults of the operator
 */
export async function saveDocument(
  session: CabinetSession,
  { orderId, path }: { orderId: number; path: string },
): Promise<void> {
  const signal = new AbortController().signal;
  const document = await session.ask((token) =>
    session.client.call('getDocument', { orderId }, { token, signal }),
  );
  const bytes = Buffer.from(document.base64, 'base64');
  if (createHash('sha256').update(bytes).digest('hex') !== document.sha256) {
    throw new CabinetError('document-damaged', { file: basename(path) });
  }
  // Not made of the file's name, which may already be as long as names can be.
  const partial = join(dirname(path), `.sip-cabinet-${randomUUID()}.partial`);
  const sink = createFileSink(path, partial);
  try {
    sink.write(bytes);
    sink.finish();
  } catch (error) {
    sink.discard();
    throw error;
  }
}
