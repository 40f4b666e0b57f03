// Entry of the core process: the cabinet, its cache and sync. Started by main as a utility process.
import { systemClock } from '../src-shared/domain/period';
import { startCore } from './cabinet/core-process';
import { coreThreads } from './cabinet/threads';
import { keepYoungHeapBesideThreads } from './cabinet/young-heap';
import { realLimit, realSleep } from './sync/environment';

// Files of the caches are for this user only.
process.umask(0o077);
keepYoungHeapBesideThreads();

const { parentPort } = process;

startCore(
  {
    postMessage: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
  },
  {
    clock: systemClock,
    fetch: systemFetch(),
    sleep: realSleep,
    limit: realLimit,
    random: Math.random,
    threads: coreThreads(__dirname),
  },
);

/** Electron's own network follows the system's proxy and certificates; plain Node's does not. */
function systemFetch(): typeof globalThis.fetch {
  try {
    const { net } = require('electron') as typeof import('electron');
    if (typeof net?.fetch === 'function') return (input, init) => net.fetch(input as string | Request, init);
  } catch {
    // Not in Electron.
  }
  return globalThis.fetch;
}
