import { xmlText } from './xml';

const MAX_WORDS = 100;

/** A4 with the whole width on a page; at the foot what the document is, and «Стр. 1 из N». */
export function printSetup(orientation: 'portrait' | 'landscape', title: string): string {
  // «&» begins a code; digits after «&8» would be read as part of the size.
  const words = `${/^\d/.test(title) ? ' ' : ''}${title.slice(0, MAX_WORDS).replaceAll('&', '&&')}`;
  return `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;8${xmlText(words)}&amp;R&amp;8Стр. &amp;P из &amp;N</oddFooter></headerFooter>`;
}
