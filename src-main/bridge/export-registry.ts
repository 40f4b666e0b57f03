import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { CabinetError, toBridgeError } from '../../src-shared/bridge/errors';
import type { ExportView, PackageFile } from '../../src-shared/bridge/exports';
import type { ArchiveStart, ExportStart, PackageStart, ReadyStart } from '../channel/core-contract';
import type { EmitEvent } from './events';

export type AnyStart = ExportStart | ReadyStart | ArchiveStart | PackageStart;

/** What an export process tells on its way. */
export type ExportListener = {
  onProgress(rows: number): void;
  /** Of a package: what came of one of its files. */
  onFile(file: PackageFile): void;
};

/** Starts the export process for one file, one archive or one package. */
export type RunExport = (
  start: AnyStart,
  listener: ExportListener,
) => { finished: Promise<number>; cancel(): void };

export type RegistryDependencies = {
  /** Number of the account that is open on the screen; null: none. */
  account(): string | null;
  run: RunExport;
  emit: EmitEvent;
  /** An export could not read the cache. */
  onDamage(): void;
  onFault(name: string, error: unknown): void;
};

/** An export is its account's: while another one, or none, is open, nothing is told of it. */
export type Entry = { view: ExportView; account: string; path: string; cancel(): void };

/** Where something is to be written, and for whom. */
export type Place = { account: string; path: string };

/** Exports that the visit remembers; finished ones beyond it are forgotten, their files stay. */
const MAX_REMEMBERED = 30;

const PROGRESS_EVERY_MS = 100;
/** A process that waits for a disk that went away cannot be ended; the program goes without it. */
const CANCEL_ALL_MS = 3_000;

/** The exports of this visit: those that run and those that have ended. */
export function createExportRegistry(dependencies: RegistryDependencies) {
  const entries = new Map<string, Entry>();
  const jobs = new Set<Promise<void>>();

  const isShown = ({ account }: Entry): boolean => account === dependencies.account();

  function update(entry: Entry, changes: Partial<ExportView>): void {
    entry.view = { ...entry.view, ...changes };
    if (isShown(entry)) dependencies.emit('exports.changed', entry.view);
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

  function begin(entry: Entry, startWith: (partialPath: string) => AnyStart): void {
    // Not made of the file’s name, which may already be as long as names can be.
    const partialPath = join(dirname(entry.path), `.sip-cabinet-${entry.view.id}.partial`);
    let lastProgress = 0;
    const run = dependencies.run(startWith(partialPath), {
      onProgress(rows) {
        const now = performance.now();
        if (now - lastProgress < PROGRESS_EVERY_MS) return;
        lastProgress = now;
        update(entry, { rows });
      },
      onFile: (file) => update(entry, { files: withFile(entry.view.files ?? [], file) }),
    });
    entry.cancel = run.cancel;
    remember(entry);
    const watching = watch(entry, run.finished);
    jobs.add(watching);
    void watching.finally(() => jobs.delete(watching));
  }

  return {
    /** Asks for a place. @throws CabinetError not-signed-in when the account was closed meanwhile */
    async ask(question: () => Promise<string | null>): Promise<Place | null> {
      const account = dependencies.account();
      const path = await question();
      if (path === null) return null;
      if (account === null || account !== dependencies.account()) throw new CabinetError('not-signed-in');
      return { account, path };
    },

    launch(
      { account, path }: Place,
      about: Pick<ExportView, 'format' | 'totalRows' | 'files'>,
      startWith: (partialPath: string) => AnyStart,
    ): ExportView {
      const id = randomUUID();
      const view = {
        id,
        fileName: basename(path),
        state: 'running',
        rows: 0,
        error: null,
        ...about,
      } as const;
      const entry: Entry = { account, path, cancel: () => {}, view };
      begin(entry, startWith);
      return entry.view;
    },

    /** The same export once more, with what it has got so far. */
    again(entry: Entry, startWith: (partialPath: string) => AnyStart): ExportView {
      update(entry, { state: 'running', rows: 0, error: null });
      begin(entry, startWith);
      return entry.view;
    },

    /** @throws CabinetError not-found */
    find(id: string): Entry {
      const entry = entries.get(id);
      if (!entry || !isShown(entry)) throw new CabinetError('not-found', { what: 'export' });
      return entry;
    },

    /** The export that is writing there just now. */
    runningAt: (path: string): Entry | undefined =>
      [...entries.values()].find((entry) => entry.path === path && entry.view.state === 'running'),

    /** Newest first. */
    list: (): ExportView[] =>
      [...entries.values()]
        .filter(isShown)
        .map(({ view }) => view)
        .reverse(),

    /** Ends what runs, before the program ends; waits for it, but not for ever. */
    async cancelAll(): Promise<void> {
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

export type ExportRegistry = ReturnType<typeof createExportRegistry>;

const withFile = (files: readonly PackageFile[], file: PackageFile): PackageFile[] =>
  files.some(({ name }) => name === file.name)
    ? files.map((one) => (one.name === file.name ? file : one))
    : [...files, file];
