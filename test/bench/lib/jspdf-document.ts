import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsPDF } from 'jspdf';
import { fontFolder } from './month-document';

export const MARGIN = 36;
export const FONT = 'Noto Sans';
export const FONT_SIZE = 8;

/** An empty document of jsPDF on the paper and in the fonts of ours. */
export function jspdfDocument(): jsPDF {
  const pdf = new jsPDF({ unit: 'pt', format: 'a4', orientation: 'landscape', compress: true });
  for (const [file, style] of [
    ['NotoSans-Regular.ttf', 'normal'],
    ['NotoSans-Bold.ttf', 'bold'],
  ] as const) {
    pdf.addFileToVFS(file, readFileSync(join(fontFolder(), file)).toString('base64'));
    pdf.addFont(file, FONT, style);
  }
  pdf.setFontSize(FONT_SIZE);
  return pdf;
}
