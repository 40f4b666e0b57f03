import type { EventPayload } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { CacheAccess, CoreCalls, CoreConfig, CoreEvents, MainCalls } from '../channel/core-contract';
import { type CallMap, createPeer, type Peer, type Port } from '../channel/peer';
import { mapSqliteError } from '../store/errors';
import type { SyncEnvironment } from '../sync/environment';
import { createOperatorClock } from '../sync/operator-clock';
import { accountHandlers } from './account/handlers';
import { type Attention, createAttention } from './attention';
import { backupCalls } from './backup-calls';
import { cdrHandlers } from './cdrs/handlers';
import { chargeHandlers } from './charges/handlers';
import { commandHandlers } from './commands/handlers';
import type { CabinetContext } from './context';
import { describeFault } from './describe-fault';
import { diagnosisHandlers } from './diagnosis';
import { documentHandlers } from './documents/handlers';
import type { CabinetEnvironment } from './environment';
import { prepareArchive } from './exports/archive/run-archive';
import { makeAnyDocument, rowCountOf } from './exports/make-document';
import { preparePackage } from './exports/package/run-package';
import { ownHandlers } from './own-handlers';
import { requestHandlers } from './requests/handlers';
import { documentName, saveDocument } from './requests/save-document';
import { sessionHandlers } from './session/handlers';
import { type CabinetSession, createSession } from './session/session';
import { subscriberChangeHandlers } from './subscriber-changes/handlers';
import { subscriberHandlers } from './subscribers/handlers';
import { syncHandlers } from './sync-handlers';

type NoEvents = Record<string, never>;

export type CoreOptions = SyncEnvironment & Pick<CabinetEnvironment, 'kdfCost' | 'threads'>;

/** Runs the cabinet behind a port: the whole core process, in Electron or in a test. */
export function startCore(port: Port, options: CoreOptions): void {
  let session: CabinetSession | null = null;
  let config: CoreConfig | null = null;
  const clock = createOperatorClock(options.clock);

  const attention = createAttention();
  const environment: CabinetEnvironment = {
    ...options,
    attention,
    keyring: {
      // A main process that does not answer is like a system without a keyring.
      encrypt: (text) => peer.call('secrets.encrypt', { text }).catch(() => null),
      decrypt: (text) => peer.call('secrets.decrypt', { text }).catch(() => null),
    },
    emit: (name, payload) => peer.emit(name, payload),
  };

  function required(): CabinetSession {
    if (!session) throw new CabinetError('not-available', { name: 'core' });
    return session;
  }

  const open = () => required().active().opened.cache;
  const context: CabinetContext = {
    cache: open,
    writable: open,
    clock,
  };

  const onChanged = (change: EventPayload<'cache.changed'>) => environment.emit('cache.changed', change);

  async function configure(next: CoreConfig): Promise<void> {
    const same = session && config?.operatorUrl === next.operatorUrl && config.dataFolder === next.dataFolder;
    if (same) return session?.setSchedule(next);
    session?.checkNothingIsLost();
    await session?.close();
    // What could not be set up must not count as the same when it is asked for again.
    config = null;
    session = await createSession(next, environment, clock);
    config = next;
    environment.emit('session.changed', session.view());
  }

  const cacheAccess = (): CacheAccess => {
    const { path, keyHex } = required().active().opened;
    return { databasePath: path, databaseKey: keyHex, madeAt: clock.now() };
  };

  const handlers: CoreCalls = {
    ...sessionHandlers(required),
    ...syncHandlers(required, clock),
    ...accountHandlers(context),
    ...subscriberHandlers(context),
    ...chargeHandlers(context),
    ...cdrHandlers(context),
    ...documentHandlers(context),
    ...diagnosisHandlers(required),
    ...backupCalls(required, cacheAccess, options.clock),
    ...ownHandlers(context, onChanged),
    ...commandHandlers(required),
    ...requestHandlers(context, required, onChanged),
    ...subscriberChangeHandlers(context, required),
    'core.configure': configure,
    'core.prepareExport': async (document) => {
      const access = cacheAccess();
      const made = await makeAnyDocument(open(), document, access.madeAt);
      const totalRows = rowCountOf(made);
      if (totalRows === 0) throw new CabinetError('export-empty');
      return { job: { ...access, document }, suggestedName: made.fileName, totalRows };
    },
    'core.checkNothingIsLost': () => session?.checkNothingIsLost(),
    'core.prepareArchive': async () => ({ access: cacheAccess(), ...prepareArchive(open()) }),
    'core.preparePackage': async (request) => {
      const access = cacheAccess();
      return { access, ...preparePackage(open(), request, access.madeAt) };
    },
    'core.cacheAccess': async () => cacheAccess(),
    'core.checkCache': () => required().checkCache(),
    'core.documentName': async ({ orderId }) => documentName(context.cache(), orderId),
    'core.saveDocument': (wanted) => saveDocument(required(), wanted),
    'core.shutdown': async () => {
      await session?.close();
      session = null;
    },
  };

  const peer: Peer<MainCalls, CoreEvents, NoEvents> = createPeer<MainCalls, CoreEvents, NoEvents>(port, {
    handlers: guarded(handlers, attention, () => session?.onDamage()),
    onFault: (name, error) =>
      environment.emit('log', { level: 'error', text: `${name}: ${describeFault(error)}` }),
    onSlowCall: (name, ms) =>
      environment.emit('log', { level: 'warn', text: `${name} took ${Math.round(ms)} ms` }),
  });
}

/** Turns faults of SQLite into codes for people; a damaged cache is replaced. */
function guarded(calls: CoreCalls, attention: Attention, onDamage: () => void): CallMap {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      async (input: unknown) => {
        attention.asked();
        try {
          return await (call as unknown as (input: unknown) => unknown)(input);
        } catch (thrown) {
          const error = mapSqliteError(thrown);
          if (error !== thrown && error instanceof CabinetError && error.code === 'cache-damaged') onDamage();
          throw error;
        } finally {
          attention.asked();
        }
      },
    ]),
  );
}
