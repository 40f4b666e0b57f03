import { create } from 'zustand';
import type { DocumentRequest } from '../../src-shared/bridge/exports';

type Preview = {
  /** The document that is shown before it is saved; null: none. */
  document: DocumentRequest | null;
  /** Told each time it is saved or printed from there. */
  onTaken: () => void;
};
const none: Preview = { document: null, onTaken: () => {} };

export const usePreview = create<Preview>(() => none);

export const openPreview = (document: DocumentRequest, onTaken = none.onTaken): void =>
  usePreview.setState({ document, onTaken });
export const closePreview = (): void => usePreview.setState(none);
