import { writeFileSync } from 'node:fs';
import { cdrDocument } from '../../../src-main/cabinet/exports/cdr-document';
import { printedCell } from '../../../src-main/documents/cell-text';
import { openCacheForReading } from '../../../src-main/store/open';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { FONT, jspdfDocument, MARGIN } from '../lib/jspdf-document';
import { MADE_AT, MONTH_REQUEST, type WriteInput } from '../lib/month-document';
import { answer, taskInput } from '../lib/task';

/** The same rows from the same cache by jsPDF in a loop of our own, which is faster than its table plug-in. */
const input = taskInput<WriteInput>();
const cache = openCacheForReading(input.cache, SAMPLE_KEY);
const { document } = cdrDocument(cache, MONTH_REQUEST, MADE_AT);
const LINE = 14;

const pdf = jspdfDocument();
const { columns } = document;
const width = pdf.internal.pageSize.getWidth() - MARGIN * 2;
const height = pdf.internal.pageSize.getHeight() - MARGIN;
const characters = columns.reduce((sum, column) => sum + column.width, 0);
const edges = columns.map((_, at) => {
  const before = columns.slice(0, at).reduce((sum, column) => sum + column.width, 0);
  return MARGIN + (before * width) / characters;
});

let page = 0;
let y = Number.POSITIVE_INFINITY;
function turn(): void {
  if (page > 0) pdf.addPage();
  page += 1;
  y = MARGIN + LINE;
  pdf.setFont(FONT, 'bold');
  for (const [at, { title }] of columns.entries()) pdf.text(title, edges[at] as number, y);
  pdf.setFont(FONT, 'normal');
  pdf.text(`Стр. ${page}`, MARGIN, height + LINE);
  y += LINE;
}

let rows = 0;
for await (const piece of document.rows) {
  for (const row of piece) {
    if (y > height) turn();
    for (const [at, { type }] of columns.entries()) {
      pdf.text(printedCell(type, row[at] ?? null), edges[at] as number, y);
    }
    pdf.line(MARGIN, y + 3, MARGIN + width, y + 3);
    y += LINE;
    rows += 1;
  }
}
writeFileSync(input.target, Buffer.from(pdf.output('arraybuffer')));
cache.close();
answer({ rows });
