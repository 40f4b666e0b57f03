import { basename, join } from 'node:path';
import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { type ExportFormat, formatsOf } from '../../src-shared/bridge/export-formats';
import type { DocumentRequest, ExportView, exportProcedures } from '../../src-shared/bridge/exports';
import type { packageProcedures } from '../../src-shared/bridge/packages';
import type { CoreCalls, ExportJob } from '../channel/core-contract';
import { createExportRegistry, type RegistryDependencies } from './export-registry';
import { createPackageHandlers, type PackageDependencies } from './packages';
import type { MadeDocument } from './previews';

export type ExportDependencies = RegistryDependencies &
  PackageDependencies & {
    prepare(document: DocumentRequest): Promise<{ job: ExportJob; suggestedName: string; totalRows: number }>;
    prepareArchive: CoreCalls['core.prepareArchive'];
    askWhereToSave(suggestion: { name: string; format: ExportFormat }): Promise<string | null>;
    /** Asks for the folder in which the archive's own is. */
    askForFolder(): Promise<string | null>;
    openPath(path: string): Promise<void>;
    showInFolder(path: string): void;
  };

/** Serves the exports of the window: where to save, progress, cancel, open. */
export function createExportHandlers(dependencies: ExportDependencies): Handlers<
  keyof typeof exportProcedures | keyof typeof packageProcedures
> & {
  /** Saves a PDF that is made already, asked and listed like any other; null when the dialog was closed. */
  saveReady(made: MadeDocument): Promise<ExportView | null>;
  /** Ends what runs, before the program ends; waits for it, but not for ever. */
  cancelAll(): Promise<void>;
} {
  const registry = createExportRegistry(dependencies);
  return {
    ...createPackageHandlers(dependencies, registry),
    async 'exports.start'({ document, format }) {
      if (!formatsOf(document.kind).includes(format))
        throw new CabinetError('bad-input', { field: 'format' });
      const { job, suggestedName, totalRows } = await dependencies.prepare(document);
      const place = await registry.ask(() =>
        dependencies.askWhereToSave({ name: `${suggestedName}.${format}`, format }),
      );
      if (!place) return null;
      const { fontFolder } = dependencies;
      return registry.launch(place, { format, totalRows }, (partialPath) => ({
        job,
        format,
        targetPath: place.path,
        partialPath,
        fontFolder,
      }));
    },
    async 'exports.archive'() {
      const { access, folderName, totalRows } = await dependencies.prepareArchive();
      const place = await registry.ask(dependencies.askForFolder);
      if (!place) return null;
      const { account, path: chosen } = place;
      // Whoever chooses the archive itself means that one.
      const folder = basename(chosen) === folderName ? chosen : join(chosen, folderName);
      const running = registry.runningAt(folder);
      if (running) return running.view;
      return registry.launch({ account, path: folder }, { format: 'parquet', totalRows }, (partialPath) => ({
        access,
        folder,
        partialPath,
      }));
    },
    'exports.list': registry.list,
    'exports.cancel': ({ id }) => registry.find(id).cancel(),
    'exports.open': ({ id }) => dependencies.openPath(registry.find(id).path),
    'exports.reveal': ({ id }) => dependencies.showInFolder(registry.find(id).path),
    async saveReady({ bytes, suggestedName, totalRows }) {
      const name = `${suggestedName}.pdf`;
      const place = await registry.ask(() => dependencies.askWhereToSave({ name, format: 'pdf' }));
      if (!place) return null;
      return registry.launch(place, { format: 'pdf', totalRows }, (partialPath) => ({
        ready: bytes,
        totalRows,
        targetPath: place.path,
        partialPath,
      }));
    },
    cancelAll: registry.cancelAll,
  };
}
