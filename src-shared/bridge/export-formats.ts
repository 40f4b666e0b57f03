import type { DocumentRequest } from './exports';

/** What every table can be taken away as. */
export const tableFormats = ['xlsx', 'pdf', 'csv'] as const;
/** «txt»: the exchange file of 1C. */
export const exportFormats = [...tableFormats, 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const pageFormats: readonly ExportFormat[] = ['pdf', 'xlsx'];
const otherFormats: Partial<Record<DocumentRequest['kind'], readonly ExportFormat[]>> = {
  application: ['pdf'],
  invoice: pageFormats,
  act: pageFormats,
  'vat-register': pageFormats,
  split: pageFormats,
  'payment-order': [...pageFormats, 'txt'],
};

/** What a document can be taken away as. */
export const formatsOf = (kind: DocumentRequest['kind']): readonly ExportFormat[] =>
  otherFormats[kind] ?? tableFormats;
