import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NewFile } from '../ledger/file-store';
import type { DocumentMaker, Fonts } from './model';
import type { FromWorker, ToWorker } from './worker';

/** Reads the fonts that documents are printed in. */
export async function readFonts(folder: string): Promise<Fonts> {
  const [regular, bold] = await Promise.all(
    ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map((name) => readFile(join(folder, name))),
  );
  if (!regular || !bold) throw new Error('fonts are missing');
  return { regular: new Uint8Array(regular), bold: new Uint8Array(bold) };
}

/** Runs in the thread: compiles the bundle that came with it. */
const LOADER = `
const { workerData } = require('node:worker_threads');
const { compileFunction } = require('node:vm');
const bundle = new TextDecoder().decode(workerData.bundle);
const main = { exports: {} };
compileFunction(bundle, ['require', 'module', 'exports'])(require, main, main.exports);
`;

/**
 * Makes documents in a thread of their own. The thread lives for one document: between them nothing of it is
 * in memory.
 * @param options.script the bundled worker. It is read here and handed over as bytes: a thread cannot load a file
 * out of the program's archive, and turning a megabyte into text would hold up whoever starts the thread.
 */
export function createDocumentThread(options: { script: string; fontFolder: string }): DocumentMaker {
  return {
    make: async (head, pieces, signal) => {
      signal.throwIfAborted();
      const bundle = new Uint8Array(await readFile(options.script));
      const fonts = await readFonts(options.fontFolder);
      signal.throwIfAborted();
      const worker = new Worker(LOADER, {
        eval: true,
        name: 'documents',
        workerData: { bundle, fonts },
        transferList: [bundle, fonts.regular, fonts.bold].map(({ buffer }) => buffer),
      });
      const send = (message: ToWorker) => worker.postMessage(message);
      const stop = () => void worker.terminate();
      signal.addEventListener('abort', stop, { once: true });
      try {
        const finished = answerOf(worker);
        // Handled below; here it only must not count as unhandled while pieces are still being sent.
        finished.catch(() => undefined);
        send({ kind: 'begin', head });
        for await (const piece of pieces) {
          signal.throwIfAborted();
          send({ kind: 'piece', piece });
        }
        send({ kind: 'end' });
        return await finished;
      } finally {
        signal.removeEventListener('abort', stop);
        await worker.terminate();
      }
    },
  };
}

function answerOf(worker: Worker): Promise<NewFile[]> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'done') resolve(message.files);
      else reject(new Error(`document: ${message.message}`));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the document thread ended with ${code}`)));
  });
}
