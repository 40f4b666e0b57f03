import { create } from 'zustand';
import type { DocumentRequest } from '../../src-shared/bridge/exports';

/** The document that is shown before it is saved; null: none. */
export const usePreview = create<{ document: DocumentRequest | null }>(() => ({ document: null }));

export const openPreview = (document: DocumentRequest): void => usePreview.setState({ document });
export const closePreview = (): void => usePreview.setState({ document: null });
