import { basename, extname } from 'node:path';
import type { Handlers } from '../../src-shared/bridge/contract';

export type DocumentDependencies = {
  /** Name of the ready file of an order. @throws CabinetError not-found, document-not-ready */
  documentName(order: { orderId: number }): Promise<string>;
  askWhereToSave(suggestion: { name: string; format: string }): Promise<string | null>;
  saveDocument(wanted: { orderId: number; path: string }): Promise<void>;
};

/** Serves the download of ordered documents (guide §2.3.2): the person says where, core does the rest. */
export function createDocumentHandlers(
  dependencies: DocumentDependencies,
): Handlers<'requests.saveDocument'> {
  return {
    async 'requests.saveDocument'({ orderId }) {
      const name = await dependencies.documentName({ orderId });
      const format = extname(name).slice(1).toLowerCase();
      const path = await dependencies.askWhereToSave({ name, format });
      if (!path) return null;
      await dependencies.saveDocument({ orderId, path });
      return { fileName: basename(path), path };
    },
  };
}
