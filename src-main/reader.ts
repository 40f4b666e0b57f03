// Entry of the thread that reads pages of records while the core goes on answering. Started by the core.
import { parentPort } from 'node:worker_threads';
import { serveReader } from './sync/reader/serve';

if (parentPort) serveReader(parentPort);
