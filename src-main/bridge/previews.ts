import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import { type DocumentRequest, formatsOf } from '../../src-shared/bridge/exports';
import { PREVIEW_ROWS, type previewProcedures } from '../../src-shared/bridge/previews';
import type { ExportJob, PreviewStart } from '../channel/core-contract';

export type PreviewDependencies = {
  /** Number of the account that is open on the screen; null: none. */
  account(): string | null;
  prepare(document: DocumentRequest): Promise<{ job: ExportJob; totalRows: number }>;
  /** Starts a process that makes the PDF. */
  make(start: PreviewStart): { finished: Promise<Uint8Array>; cancel(): void };
  fontFolder: string;
  /** Shows the system's print dialog for the page; false when it was closed. */
  print(paper: { landscape: boolean }): Promise<boolean>;
  /** The cache could not be read. */
  onDamage(): void;
};

/** Serves the preview of documents: made before they are saved, printed from the window. */
export function createPreviewHandlers(
  dependencies: PreviewDependencies,
): Handlers<keyof typeof previewProcedures> {
  let giveUp = (): void => {};

  return {
    async 'preview.make'({ document }) {
      giveUp();
      if (!formatsOf(document.kind).includes('pdf'))
        throw new CabinetError('bad-input', { field: 'document' });
      let cancelled = false;
      giveUp = () => {
        cancelled = true;
      };
      const account = dependencies.account();
      const { job, totalRows } = await dependencies.prepare(document);
      if (totalRows > PREVIEW_ROWS) {
        throw new CabinetError('preview-too-large', { rows: totalRows, most: PREVIEW_ROWS });
      }
      if (cancelled) throw new CabinetError('cancelled');
      const run = dependencies.make({ preview: job, fontFolder: dependencies.fontFolder });
      giveUp = run.cancel;
      try {
        const bytes = await run.finished;
        if (account === null || account !== dependencies.account()) throw new CabinetError('not-signed-in');
        return { bytes };
      } catch (error) {
        if (error instanceof CabinetError && error.code === 'cache-damaged') dependencies.onDamage();
        throw error;
      }
    },
    'preview.cancel': () => giveUp(),
    'preview.print': dependencies.print,
  };
}
