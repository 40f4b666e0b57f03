import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { formatsOf } from '../../src-shared/bridge/export-formats';
import type { DocumentRequest, ExportView } from '../../src-shared/bridge/exports';
import type { previewProcedures } from '../../src-shared/bridge/previews';
import type { ExportJob, PreviewStart } from '../channel/core-contract';

/** Longest table that is shown before it is saved: some two hundred pages. */
export const PREVIEW_ROWS = 10_000;

/** A PDF in memory, with what a file of it would be called. */
export type MadeDocument = { bytes: Uint8Array; suggestedName: string; totalRows: number };

export type PreviewDependencies = {
  /** Number of the account that is open on the screen; null: none. */
  account(): string | null;
  prepare(document: DocumentRequest): Promise<{ job: ExportJob; suggestedName: string; totalRows: number }>;
  /** Starts a process that makes the PDF. */
  make(start: PreviewStart): { finished: Promise<Uint8Array>; cancel(): void };
  fontFolder: string;
  save(made: MadeDocument): Promise<ExportView | null>;
  /** Shows the system's print dialog for the page; false when it was closed. */
  print(paper: { landscape: boolean }): Promise<boolean>;
  /** The cache could not be read. */
  onDamage(): void;
};

/** Serves the preview of documents: made before they are saved, saved as they were made, printed from the window. */
export function createPreviewHandlers(
  dependencies: PreviewDependencies,
): Handlers<keyof typeof previewProcedures> {
  let giveUp = (): void => {};
  let shown: (MadeDocument & { account: string }) | null = null;

  function close(): void {
    giveUp();
    shown = null;
  }

  return {
    async 'preview.make'({ document }) {
      close();
      if (!formatsOf(document.kind).includes('pdf'))
        throw new CabinetError('bad-input', { field: 'document' });
      let cancelled = false;
      giveUp = () => {
        cancelled = true;
      };
      const account = dependencies.account();
      const { job, suggestedName, totalRows } = await dependencies.prepare(document);
      if (totalRows > PREVIEW_ROWS) {
        throw new CabinetError('preview-too-large', { rows: totalRows, most: PREVIEW_ROWS });
      }
      if (cancelled) throw new CabinetError('cancelled');
      const run = dependencies.make({ preview: job, fontFolder: dependencies.fontFolder });
      giveUp = () => {
        cancelled = true;
        run.cancel();
      };
      try {
        const bytes = await run.finished;
        if (cancelled) throw new CabinetError('cancelled');
        if (account === null || account !== dependencies.account()) throw new CabinetError('not-signed-in');
        shown = { account, bytes, suggestedName, totalRows };
        return { bytes };
      } catch (error) {
        if (error instanceof CabinetError && error.code === 'cache-damaged') dependencies.onDamage();
        throw error;
      }
    },
    'preview.close': close,
    'preview.save': () => {
      if (!shown || shown.account !== dependencies.account()) {
        throw new CabinetError('not-found', { what: 'preview' });
      }
      return dependencies.save(shown);
    },
    'preview.print': dependencies.print,
  };
}
