// Entry of the thread that stores records while the core goes on answering. Started by the core.
import { parentPort, workerData } from 'node:worker_threads';
import type { IntakeStart } from './sync/intake/messages';
import { serveIntake } from './sync/intake/serve';

if (parentPort) serveIntake(parentPort, workerData as IntakeStart);
