// Entry of the thread that makes segments of the index of numbers. Started by the core.
import { parentPort, workerData } from 'node:worker_threads';
import { serveIndexer } from './cabinet/indexing/serve';
import type { IndexerStart } from './cabinet/indexing/thread';

if (parentPort) serveIndexer(parentPort, workerData as IndexerStart);
