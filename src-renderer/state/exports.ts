import { create } from 'zustand';
import type { ExportFormat } from '../../src-shared/bridge/export-formats';
import type { DocumentRequest, ExportView } from '../../src-shared/bridge/exports';
import type { PackageRequest } from '../../src-shared/bridge/packages';
import { callBridge } from './bridge';
import { tellError } from './notices';

type ExportsState = {
  /** Newest first. */
  items: readonly ExportView[];
  /** Finished since the journal was last looked at. */
  unseen: number;
};

export const useExports = create<ExportsState>(() => ({ items: [], unseen: 0 }));

/** Exports of the account that is open; none while none is. */
export async function loadExports(): Promise<void> {
  useExports.setState({ items: await callBridge('exports.list') });
}

/** Takes over the news of one export. */
export function takeExport(view: ExportView): void {
  useExports.setState((state) => {
    const before = state.items.find((item) => item.id === view.id);
    const finished = view.state !== 'running' && before?.state !== view.state;
    const items = before
      ? state.items.map((item) => (item.id === view.id ? view : item))
      : [view, ...state.items];
    return { items, unseen: state.unseen + (finished ? 1 : 0) };
  });
}

export const markExportsSeen = (): void => useExports.setState({ unseen: 0 });

/** Asks where to save and begins; a closed dialog begins nothing. @returns whether it has begun */
export const startExport = (document: DocumentRequest, format: ExportFormat): Promise<boolean> =>
  begin(JSON.stringify([document, format]), () => callBridge('exports.start', { document, format }));

/** Saves the document that is previewed, as it is shown. @returns whether it has begun */
export const savePreview = (): Promise<boolean> => begin('preview', () => callBridge('preview.save'));

/** Asks for a folder and begins to write the whole account into it. */
export const startArchive = (): Promise<boolean> => begin('archive', () => callBridge('exports.archive'));

/** Begins a package. @returns its id; null when it could not begin */
export async function startPackage(request: PackageRequest): Promise<string | null> {
  try {
    const view = await callBridge('package.start', request);
    if (!useExports.getState().items.some((item) => item.id === view.id)) takeExport(view);
    return view.id;
  } catch (error) {
    tellError(error);
    return null;
  }
}

/** Writes those files of a package again that were not written. */
export const retryPackage = (id: string): void => orTell(callBridge('package.retry', { id }));

/** What is being asked where to save: a button that is pressed twice must not ask twice. */
const asking = new Set<string>();

async function begin(what: string, ask: () => Promise<ExportView | null>): Promise<boolean> {
  if (asking.has(what)) return false;
  asking.add(what);
  try {
    const view = await ask();
    // The event of the same export may have come before this answer.
    if (view && !useExports.getState().items.some((item) => item.id === view.id)) takeExport(view);
    return view !== null;
  } catch (error) {
    tellError(error);
    return false;
  } finally {
    asking.delete(what);
  }
}

const orTell = (call: Promise<unknown>): void => void call.catch(tellError);

export const cancelExport = (id: string): void => orTell(callBridge('exports.cancel', { id }));
export const openExport = (id: string): void => orTell(callBridge('exports.open', { id }));
export const revealExport = (id: string): void => orTell(callBridge('exports.reveal', { id }));
