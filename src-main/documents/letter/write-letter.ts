import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { cleanText } from '../clean-text';
import type { Sink } from '../model';
import type { FontBytes } from '../pdf/write-pdf';
import type { Letter } from './model';

/** A4 in millimetres, as the letter is measured. */
const PAGE = { width: 210, height: 297 } as const;
const MARGIN = { left: 30, right: 15, top: 20, bottom: 20 } as const;
const HEADING_LEFT = 110;
const TEXT_SIZE = 12;
const LINE = 6.4;
const PARAGRAPH_INDENT = 12.5;

/**
 * Writes a letter as PDF. jspdf is loaded only here: most exports never need it.
 * The same letter gives the same bytes.
 */
export async function writeLetter(letter: Letter, sink: Sink, fonts: FontBytes): Promise<void> {
  const { jsPDF: Pdf } = await import('jspdf');
  const pdf = new Pdf({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  pdf.addFileToVFS('regular.ttf', base64(fonts.regular));
  pdf.addFont('regular.ttf', 'Noto', 'normal');
  pdf.addFileToVFS('bold.ttf', base64(fonts.bold));
  pdf.addFont('bold.ttf', 'Noto', 'bold');
  pdf.setProperties({
    title: cleanText(letter.title),
    subject: cleanText(letter.subject),
    author: cleanText(letter.organisation),
    creator: 'SIP Cabinet',
  });
  pdf.setLanguage('ru');
  pdf.setCreationDate(new Date(letter.madeAt));
  pdf.setFileId('0'.repeat(32));
  let y: number = MARGIN.top;

  const room = (left: number) => PAGE.width - MARGIN.right - left;
  const lines = (text: string, width: number): string[] =>
    pdf.splitTextToSize(cleanText(text), width) as string[];
  const line = (text: string, x: number) => {
    if (y > PAGE.height - MARGIN.bottom) {
      pdf.addPage();
      y = MARGIN.top;
    }
    pdf.text(text, x, y);
    y += LINE;
  };

  pdf.setFont('Noto', 'normal');
  pdf.setFontSize(TEXT_SIZE);
  for (const part of letter.heading)
    for (const one of lines(part, room(HEADING_LEFT))) line(one, HEADING_LEFT);

  y += LINE * 2;
  pdf.setFont('Noto', 'bold');
  for (const one of lines(letter.title, room(MARGIN.left))) {
    line(one, MARGIN.left + (room(MARGIN.left) - pdf.getTextWidth(one)) / 2);
  }
  pdf.setFont('Noto', 'normal');
  y += LINE;

  for (const paragraph of letter.paragraphs) {
    const [first = '', ...rest] = lines(paragraph, room(MARGIN.left) - PARAGRAPH_INDENT);
    line(first, MARGIN.left + PARAGRAPH_INDENT);
    // The indented first line is shorter: what follows it is set anew to the full width.
    for (const one of rest.length > 0 ? lines(rest.join(' '), room(MARGIN.left)) : []) line(one, MARGIN.left);
    y += LINE / 2;
  }

  y += LINE;
  line(formatDay(dayOf(letter.madeAt)), MARGIN.left);
  y += LINE;
  for (const { before, after } of letter.signatures) {
    line(`${before} ____________________ ${after}`, MARGIN.left);
    y += LINE / 2;
  }
  sink.write(new Uint8Array(pdf.output('arraybuffer')));
}
