import { parentPort, workerData } from 'node:worker_threads';
import { addPiece, type Content, type DocumentHead, emptyContent, type Fonts } from './model';
import { renderDocument } from './render';

/**
 * The thread that makes documents: laying out pages and packing workbooks takes seconds, and the process it is in
 * also has windows to serve. It makes one document and is ended by whoever started it.
 */
export type ToWorker =
  | { kind: 'begin'; head: DocumentHead }
  | { kind: 'piece'; piece: string }
  | { kind: 'end' };
export type FromWorker =
  | { kind: 'done'; files: Awaited<ReturnType<typeof renderDocument>> }
  | { kind: 'failed'; message: string };

const port = parentPort;
if (!port) throw new Error('this file runs as a worker');

// Libraries of the workbook's writer use old ways of Node; nobody who reads this thread's output can help that.
process.noDeprecation = true;

const content: Content = emptyContent();
const { fonts } = workerData as { fonts: Fonts };
let head: DocumentHead | null = null;

const fail = (error: unknown) => {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port.postMessage({ kind: 'failed', message } satisfies FromWorker);
};

port.on('message', (message: ToWorker) => {
  try {
    if (message.kind === 'begin') head = message.head;
    else if (message.kind === 'piece') addPiece(content, message.piece);
    else if (head) finish(head).catch(fail);
  } catch (error) {
    fail(error);
  }
});

async function finish(whole: DocumentHead): Promise<void> {
  const files = await renderDocument(whole, content, fonts);
  const bytes = files.map((file) => file.bytes.buffer as ArrayBuffer);
  port?.postMessage({ kind: 'done', files } satisfies FromWorker, bytes);
}
