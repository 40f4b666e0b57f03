import { writeFileSync } from 'node:fs';
import { autoTable } from 'jspdf-autotable';
import { cdrDocument } from '../../../src-main/cabinet/exports/cdr-document';
import { printedCell } from '../../../src-main/documents/cell-text';
import { openCacheForReading } from '../../../src-main/store/open';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { FONT, FONT_SIZE, jspdfDocument, MARGIN } from '../lib/jspdf-document';
import { MADE_AT, MONTH_REQUEST, type WriteInput } from '../lib/month-document';
import { answer, taskInput } from '../lib/task';

/** The same rows from the same cache by jsPDF's table plug-in, which wants all of them at once. */
const input = taskInput<WriteInput>();
const cache = openCacheForReading(input.cache, SAMPLE_KEY);
const { document } = cdrDocument(cache, MONTH_REQUEST, MADE_AT);
const { columns } = document;

const body: string[][] = [];
for await (const piece of document.rows) {
  for (const row of piece) body.push(columns.map(({ type }, at) => printedCell(type, row[at] ?? null)));
}
const pdf = jspdfDocument();
autoTable(pdf, {
  head: [columns.map(({ title }) => title)],
  body,
  margin: MARGIN,
  styles: { font: FONT, fontSize: FONT_SIZE },
  didDrawPage: ({ pageNumber }) => {
    pdf.text(`Стр. ${pageNumber}`, MARGIN, pdf.internal.pageSize.getHeight() - MARGIN / 2);
  },
});
writeFileSync(input.target, Buffer.from(pdf.output('arraybuffer')));
cache.close();
answer({ rows: body.length });
