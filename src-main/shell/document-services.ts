import { type BrowserWindow, shell } from 'electron';
import type { DocumentRequest } from '../../src-shared/bridge/exports';
import { createDocumentHandlers } from '../bridge/documents';
import type { EmitEvent } from '../bridge/events';
import { createExportHandlers } from '../bridge/exports';
import { createPreviewHandlers } from '../bridge/previews';
import type { PlaceQuestions } from './ask-places';
import type { CoreHost } from './core-host';
import { createExportRunner, createPreviewMaker } from './export-runner';
import type { Log } from './log';
import { openPath } from './open-files';
import type { Places } from './places';
import { printPage } from './print-page';
import { sweepUnfinished } from './unfinished-files';

export type DocumentServiceOptions = {
  core: Pick<CoreHost, 'call'>;
  places: Places;
  log: Log;
  ask: PlaceQuestions;
  /** Number of the account that is open on the screen; null: none. */
  account(): string | null;
  window(): BrowserWindow | null;
  emit: EmitEvent;
  /** The cache could not be read. */
  onDamage(): void;
  onFault(name: string, error: unknown): void;
};

/** All that makes, shows, prints and saves documents, over the processes and dialogs of the system. */
export function createDocumentServices(options: DocumentServiceOptions) {
  const { core, places, log, ask, account, window, emit, onDamage, onFault } = options;
  const common = {
    account,
    prepare: (document: DocumentRequest) => core.call('core.prepareExport', document),
    fontFolder: places.fonts,
    onDamage,
  };
  const { cancelAll, saveReady, ...exportHandlers } = createExportHandlers({
    ...common,
    ...ask,
    prepareArchive: () => core.call('core.prepareArchive', undefined),
    preparePackage: (request) => core.call('core.preparePackage', request),
    run: createExportRunner(places.export, log, sweepUnfinished(places.unfinished)),
    openPath,
    showInFolder: (path) => shell.showItemInFolder(path),
    emit,
    onFault,
  });
  return {
    handlers: {
      ...exportHandlers,
      ...createPreviewHandlers({
        ...common,
        make: createPreviewMaker(places.export, log),
        save: saveReady,
        print: async (paper) => {
          const shown = window();
          return shown !== null && (await printPage(shown.webContents, paper));
        },
      }),
      ...createDocumentHandlers({
        documentName: (order) => core.call('core.documentName', order),
        askWhereToSave: ask.askWhereToSave,
        saveDocument: (wanted) => core.call('core.saveDocument', wanted),
      }),
    },
    /** Ends what runs, before the program ends. */
    cancelAll,
  };
}
