import type { previewRu } from '../ru/preview';

export const previewEn: Record<keyof typeof previewRu, string> = {
  'preview.open': 'Preview',
  'preview.openAndPrint': 'Preview and print',
  'preview.title': 'Preview of the document',
  'preview.tools': 'Zoom and actions',
  'preview.making': 'The document is being made…',
  'preview.pages': 'Pages of the document',
  'preview.page': 'Page {page}',
  'preview.pageOf': 'Page {page, number} of {pages, number}',
  'preview.smaller': 'Smaller (Ctrl −)',
  'preview.larger': 'Larger (Ctrl +)',
  'preview.zoom': '{percent}%',
  'preview.fit': 'Fit the width',
  'preview.save': 'Save PDF',
  'preview.print': 'Print',
  'preview.printing': 'Getting ready to print: {page, number} of {pages, number}',
  'preview.printTooLong': 'Up to {pages, number} pages are printed from here: save the PDF and print that.',
};
