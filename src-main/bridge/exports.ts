import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import {
  type DocumentRequest,
  type ExportFormat,
  type ExportView,
  type exportProcedures,
  formatsOf,
} from '../../src-shared/bridge/exports';
import type { ArchiveStart, CoreCalls, ExportJob, ExportStart } from '../channel/core-contract';
import type { EmitEvent } from './events';

/** Starts the export process for one file or one archive. */
export type RunExport = (
  start: ExportStart | ArchiveStart,
  onProgress: (rows: number) => void,
) => { finished: Promise<number>; cancel(): void };

export type ExportDependencies = {
  /** Number of the account that is open on the screen; null: none. */
  account(): string | null;
  prepare(document: DocumentRequest): Promise<{ job: ExportJob; suggestedName: string; totalRows: number }>;
  prepareArchive: CoreCalls['core.prepareArchive'];
  askWhereToSave(suggestion: { name: string; format: ExportFormat }): Promise<string | null>;
  /** Asks for the folder in which the archive's own is. */
  askForFolder(): Promise<string | null>;
  run: RunExport;
  fontFolder: string;
  openPath(path: string): Promise<void>;
  showInFolder(path: string): void;
  emit: EmitEvent;
  /** An export could not read the cache. */
  onDamage(): void;
  onFault(name: string, error: unknown): void;
};

/** An export is its account's: while another one, or none, is open, nothing is told of it. */
type Entry = { view: ExportView; account: string; path: string; cancel(): void };

/** Exports that the visit remembers; finished ones beyond it are forgotten, their files stay. */
const MAX_REMEMBERED = 30;

const PROGRESS_EVERY_MS = 100;
/** A process that waits for a disk that went away cannot be ended; the program goes without it. */
const CANCEL_ALL_MS = 3_000;

/** Serves the exports of the window: where to save, progress, cancel, open. */
export function createExportHandlers(dependencies: ExportDependencies): Handlers<
  keyof typeof exportProcedures
> & {
  /** Ends what runs, before the program ends; waits for it, but not for ever. */
  cancelAll(): Promise<void>;
} {
  const entries = new Map<string, Entry>();
  const jobs = new Set<Promise<void>>();

  const isShown = ({ account }: Entry): boolean => account === dependencies.account();

  function update(entry: Entry, changes: Partial<ExportView>): void {
    entry.view = { ...entry.view, ...changes };
    if (isShown(entry)) dependencies.emit('exports.changed', entry.view);
  }

  function find(id: string): Entry {
    const entry = entries.get(id);
    if (!entry || !isShown(entry)) throw new CabinetError('not-found', { what: 'export' });
    return entry;
  }

  function remember(entry: Entry): void {
    entries.set(entry.view.id, entry);
    for (const [id, { view }] of entries) {
      if (entries.size <= MAX_REMEMBERED) break;
      if (view.state !== 'running') entries.delete(id);
    }
  }

  async function watch(entry: Entry, finished: Promise<number>): Promise<void> {
    try {
      update(entry, { state: 'done', rows: await finished });
    } catch (error) {
      const bridgeError = toBridgeError(error);
      if (!(error instanceof CabinetError)) dependencies.onFault('exports.start', error);
      if (bridgeError.code === 'cache-damaged') dependencies.onDamage();
      if (bridgeError.code === 'cancelled') update(entry, { state: 'cancelled' });
      else update(entry, { state: 'failed', error: bridgeError });
    }
  }

  /** Asks for a place. @throws CabinetError not-signed-in when the account was closed meanwhile */
  async function ask(
    question: () => Promise<string | null>,
  ): Promise<{ account: string; path: string } | null> {
    const account = dependencies.account();
    const path = await question();
    if (path === null) return null;
    if (account === null || account !== dependencies.account()) throw new CabinetError('not-signed-in');
    return { account, path };
  }

  function launch(
    { account, path }: { account: string; path: string },
    about: Pick<ExportView, 'format' | 'totalRows'>,
    startWith: (partialPath: string) => ExportStart | ArchiveStart,
  ): ExportView {
    const id = randomUUID();
    // Not made of the file’s name, which may already be as long as names can be.
    const partialPath = join(dirname(path), `.sip-cabinet-${id}.partial`);
    let lastProgress = 0;
    const entry: Entry = {
      account,
      path,
      cancel: () => {},
      view: { id, fileName: basename(path), state: 'running', rows: 0, error: null, ...about },
    };
    const run = dependencies.run(startWith(partialPath), (rows) => {
      const now = performance.now();
      if (now - lastProgress < PROGRESS_EVERY_MS) return;
      lastProgress = now;
      update(entry, { rows });
    });
    entry.cancel = run.cancel;
    remember(entry);
    const watching = watch(entry, run.finished);
    jobs.add(watching);
    void watching.finally(() => jobs.delete(watching));
    return entry.view;
  }

  return {
    async 'exports.start'({ document, format }) {
      if (!formatsOf(document.kind).includes(format))
        throw new CabinetError('bad-input', { field: 'format' });
      const { job, suggestedName, totalRows } = await dependencies.prepare(document);
      const place = await ask(() =>
        dependencies.askWhereToSave({ name: `${suggestedName}.${format}`, format }),
      );
      if (!place) return null;
      const { fontFolder } = dependencies;
      return launch(place, { format, totalRows }, (partialPath) => ({
        job,
        format,
        targetPath: place.path,
        partialPath,
        fontFolder,
      }));
    },
    async 'exports.archive'() {
      const { access, folderName, totalRows } = await dependencies.prepareArchive();
      const place = await ask(dependencies.askForFolder);
      if (!place) return null;
      const { account, path: chosen } = place;
      // Whoever chooses the archive itself means that one.
      const folder = basename(chosen) === folderName ? chosen : join(chosen, folderName);
      const running = [...entries.values()].find(
        ({ path, view }) => path === folder && view.state === 'running',
      );
      if (running) return running.view;
      return launch({ account, path: folder }, { format: 'parquet', totalRows }, (partialPath) => ({
        access,
        folder,
        partialPath,
      }));
    },
    'exports.list': () =>
      [...entries.values()]
        .filter(isShown)
        .map(({ view }) => view)
        .reverse(),
    'exports.cancel': ({ id }) => find(id).cancel(),
    'exports.open': ({ id }) => dependencies.openPath(find(id).path),
    'exports.reveal': ({ id }) => dependencies.showInFolder(find(id).path),
    async cancelAll() {
      for (const entry of entries.values()) if (entry.view.state === 'running') entry.cancel();
      let giveUp: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        giveUp = setTimeout(resolve, CANCEL_ALL_MS);
      });
      await Promise.race([Promise.allSettled(jobs), late]);
      clearTimeout(giveUp);
    },
  };
}
