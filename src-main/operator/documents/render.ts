import { createHash } from 'node:crypto';
import { totalCharges } from '../../../src-shared/domain/billing';
import type { NewFile } from '../ledger/file-store';
import { callsPdf, callsWorkbook } from './calls-report';
import { chargesPdf, invoicePdf } from './invoice-pdf';
import { chargesWorkbook, invoiceWorkbook, splitWorkbook } from './invoice-workbook';
import type { Content, DocumentHead, Fonts, InvoiceFormat, InvoiceHead } from './model';

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes the files of a document. */
export async function renderDocument(head: DocumentHead, content: Content, fonts: Fonts): Promise<NewFile[]> {
  content.calls.sort((a, b) => a.startedAt - b.startedAt || a.id - b.id);
  const account = head.requisites.number;
  switch (head.kind) {
    case 'invoice': {
      checkAgreement(head, content);
      const files: NewFile[] = [];
      for (const format of head.formats) files.push(await invoiceFile(head, content, fonts, format));
      return files;
    }
    case 'charges': {
      const name = `Предварительный_счет_${account}_${head.month}`;
      return [
        file(`${name}.pdf`, PDF, chargesPdf(head, content, fonts)),
        file(`${name}.xlsx`, XLSX, await chargesWorkbook(head, content)),
      ];
    }
    case 'calls': {
      const name = `Детализация_${account}_${head.fromDay}_${head.toDay}`;
      return [
        file(`${name}.xlsx`, XLSX, await callsWorkbook(head, content)),
        file(`${name}.pdf`, PDF, callsPdf(head, content, fonts)),
      ];
    }
  }
}

async function invoiceFile(
  head: InvoiceHead,
  content: Content,
  fonts: Fonts,
  format: InvoiceFormat,
): Promise<NewFile> {
  const name = `Счет_${head.requisites.number}_${head.month}`;
  switch (format) {
    case 'pdf':
      return file(`${name}.pdf`, PDF, invoicePdf(head, content, fonts));
    case 'xlsx':
      return file(`${name}.xlsx`, XLSX, await invoiceWorkbook(head, content));
    case 'xlsx-split':
      return file(`${name}_с_разбивкой.xlsx`, XLSX, await splitWorkbook(head, content));
  }
}

/** @throws Error when the lines do not add up to the invoice: such a document must never go out */
function checkAgreement(head: InvoiceHead, content: Content): void {
  const { net, vat, gross } = totalCharges(content.charges.flatMap(({ lines }) => lines));
  if (net === head.net && vat === head.vat && gross === head.gross) return;
  throw new Error(`the lines of ${head.month} make ${gross}, its invoice says ${head.gross}`);
}

const file = (name: string, mime: string, bytes: Uint8Array): NewFile => ({
  name,
  mime,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes,
});
