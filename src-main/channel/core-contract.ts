import type { Backup } from '../../src-shared/bridge/backups';
import type { CoreProcedureName, EventPayload, Handlers } from '../../src-shared/bridge/contract';
import type { ExportFormat } from '../../src-shared/bridge/export-formats';
import type { DocumentRequest, PackageFile } from '../../src-shared/bridge/exports';
import type { PackageRequest } from '../../src-shared/bridge/packages';

/** How core is set up; sent once after it starts and again when settings change. */
export type CoreConfig = {
  /** Base address of the operator without the version prefix, e.g. «http://127.0.0.1:41234». */
  operatorUrl: string;
  /** Folder of the caches; made with mode 0700 when absent. */
  dataFolder: string;
  /** Minutes between background syncs; 0: none. */
  syncEveryMin: number;
  /** Nobody can see the window: nothing is done in the background but what the person has ordered. */
  hidden: boolean;
};

/** How an export process gets at the cache; the key never touches a disk or a command line. */
export type CacheAccess = {
  databasePath: string;
  /** Raw key of the cache, hexadecimal. */
  databaseKey: string;
  /** Operator's time, for «made at» and month names. */
  madeAt: number;
};
export type ExportJob = CacheAccess & { document: DocumentRequest };

/** What main calls in core. Every bridge procedure owned by core is served under its own name. */
export type CoreCalls = Handlers<CoreProcedureName> & {
  /** @throws CabinetError commands-waiting, see below, when another cabinet is to be opened */
  'core.configure': (config: CoreConfig) => Promise<void>;
  /** @throws CabinetError commands-waiting when closing the cabinet would lose commands of a visit */
  'core.checkNothingIsLost': () => void;
  /** Checks the request against the cache and hands over what the export process needs. */
  'core.prepareExport': (
    document: DocumentRequest,
  ) => Promise<{ job: ExportJob; suggestedName: string; totalRows: number }>;
  /** Names the folder of the archive and counts its rows. @throws CabinetError export-empty */
  'core.prepareArchive': () => Promise<{ access: CacheAccess; folderName: string; totalRows: number }>;
  /** Names the folder of a month's package and counts its rows; keeps the number of a payment order in it. */
  'core.preparePackage': (
    request: PackageRequest,
  ) => Promise<{ access: CacheAccess; folderName: string; totalRows: number }>;
  /** Where the open cache is and its key, for a process that reads it. */
  'core.cacheAccess': () => Promise<CacheAccess>;
  /** An export found the cache damaged: it is checked, and replaced when that is so. */
  'core.checkCache': () => Promise<void>;
  /** Backup copies of the open cache, newest first, and whether an automatic one is due; nothing of a visit's cache. */
  'core.listBackups': () => { items: Backup[]; due: boolean };
  /** What a copy of the open cache needs. @throws CabinetError not-available: it lives for this visit only */
  'core.prepareBackup': () => Omit<BackupStart, 'keep'>;
  /** Where a copy of the open cache is and its key. @throws CabinetError not-found */
  'core.backupAccess': (copy: { name: string }) => CacheAccess;
  /**
   * Puts a sound copy in the place of the open cache, or (name null) an empty one that a sync fills; whatever goes
   * wrong, the account stays open as it was.
   */
  'core.restoreBackup': (copy: { name: string | null }) => Promise<void>;
  /** Name of the ready file of an order. @throws CabinetError not-found, document-not-ready */
  'core.documentName': (order: { orderId: number }) => Promise<string>;
  /** Downloads the file of an order, checks it and writes it there. */
  'core.saveDocument': (wanted: { orderId: number; path: string }) => Promise<void>;
  /** Stops sync, closes the cache, forgets keys. */
  'core.shutdown': () => Promise<void>;
};

/** What core calls in main: the system keyring. Null: no real keyring here. */
export type MainCalls = {
  'secrets.encrypt': (plain: { text: string }) => Promise<string | null>;
  'secrets.decrypt': (cipher: { text: string }) => Promise<string | null>;
};

export type CoreEvents = {
  'session.changed': EventPayload<'session.changed'>;
  'sync.status': EventPayload<'sync.status'>;
  'cache.changed': EventPayload<'cache.changed'>;
  'commands.changed': EventPayload<'commands.changed'>;
  /** The opened cache was left by a crash: main has it read whole, beside the core. */
  'cache.leftOpen': null;
  log: { level: 'info' | 'warn' | 'error'; text: string };
};

/** Messages of the export process: it is started for one job and ends. */
export type ExportStart = {
  job: ExportJob;
  format: ExportFormat;
  targetPath: string;
  /** Where the file grows until it is complete; in the folder of the target, so the rename is one step. */
  partialPath: string;
  fontFolder: string;
};
/** A document that is made already. */
export type ReadyStart = { ready: Uint8Array; totalRows: number; targetPath: string; partialPath: string };
/** The whole account into a folder, which is made when absent. */
export type ArchiveStart = {
  access: CacheAccess;
  folder: string;
  /** Where each file grows until it is complete; beside the folder. */
  partialPath: string;
};
/** Documents of a month into a folder, which is made when absent; the folder around it must be there. */
export type PackageStart = {
  access: CacheAccess;
  request: PackageRequest;
  folder: string;
  /** Files of an earlier try that are as they should be. */
  done: readonly string[];
  /** Where each file grows until it is complete; beside the folder. */
  partialPath: string;
  fontFolder: string;
};
/** One document as PDF, kept in memory. */
export type PreviewStart = { preview: ExportJob; fontFolder: string };
export type PreviewReport = { kind: 'made'; bytes: Uint8Array } | ExportFailure;
/** Reads a whole cache. */
export type CheckStart = { check: CacheAccess };
export type CheckReport = { kind: 'checked'; sound: boolean } | ExportFailure;
/** Makes a backup copy of a cache and lets the oldest go, so that `keep` are left. `at`: the computer's time. */
export type BackupStart = {
  backup: CacheAccess;
  /** Where the copy grows until it is complete. */
  partialPath: string;
  at: number;
  keep: number;
};
export type BackupReport = { kind: 'made' } | ExportFailure;
export type ExportReport =
  | { kind: 'file'; file: PackageFile }
  /** One that nobody foresaw, for the log; the export goes on. */
  | { kind: 'fault'; fault: string }
  | { kind: 'progress'; rows: number; totalRows?: number }
  | { kind: 'done'; rows: number }
  | ExportFailure;
export type ExportFailure = {
  kind: 'failed';
  error: { code: string; params: Record<string, string | number> };
  /** Where a fault that nobody foresaw came from, for the log. */
  fault?: string;
};
