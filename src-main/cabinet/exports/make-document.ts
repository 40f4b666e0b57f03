import type { DocumentRequest, ReadyRequest } from '../../../src-shared/bridge/exports';
import type { PaymentOrder } from '../../../src-shared/domain/payment-order';
import type { Instant } from '../../../src-shared/domain/period';
import type { Letter } from '../../documents/letter/model';
import type { TableDocument } from '../../documents/model';
import type { PaperDocument } from '../../documents/paper/model';
import type { ReadableCache } from '../../store/cache';
import { monthPaper } from '../documents/month-papers';
import { paymentPaper } from '../documents/payment-paper';
import { invoiceListDocument, paymentDocument } from './account-documents';
import { appealDocument } from './appeal-document';
import { applicationLetter } from './application-letter';
import { callCentreDocument } from './call-centre-document';
import { cdrDocument } from './cdr-document';
import { cdrGroupDocument } from './cdr-group-document';
import { cdrMonthsDocument } from './cdr-months-document';
import { channelDocument } from './channel-document';
import { chargeDocument } from './charge-document';
import { journalDocument } from './journal-document';
import { monthChargeDocument } from './month-charge-document';
import { monthSummaryDocument } from './month-summary-document';
import { guaranteeDocument, installmentDocument, orderDocument } from './request-documents';
import { scheduleDocument } from './schedule-document';
import { planOfferDocument, serviceChoiceDocument } from './subscriber-choices';
import { subscriberDocument } from './subscriber-document';
import { planChangeDocument, serviceDocument, suspensionDocument } from './subscriber-lists';

/** A document and the name its file gets, without the ending. Names are Russian like the documents. */
export type MadeDocument = { fileName: string; document: TableDocument };
/** A letter and the name of its file; it is printed and signed, so it is always PDF. */
type MadeLetter = { fileName: string; letter: Letter };
/** Pages, and the name of their file; a payment order also goes as an exchange file. */
export type MadePaper = { fileName: string; paper: PaperDocument; order?: PaymentOrder };
export type Made = MadeDocument | MadeLetter | MadePaper;

/**
 * Makes any document: some need a long reading first, with other calls served in between.
 * @throws CabinetError as `makeDocument`; cancelled when the cache was closed meanwhile
 */
export async function makeAnyDocument(
  cache: ReadableCache,
  request: DocumentRequest,
  madeAt: Instant,
): Promise<Made> {
  switch (request.kind) {
    case 'channel-statistics':
      return channelDocument(cache, request, madeAt);
    case 'plan-offers':
      return planOfferDocument(cache, request, madeAt);
    default:
      return makeDocument(cache, request, madeAt);
  }
}

/**
 * Makes a document from the cache by the queries of the screens. Its rows are read only when a writer asks for them,
 * so this also tells, at the price of the totals, what a document will hold.
 * @throws CabinetError not-found, mask-invalid, bad-input, month-not-invoiced, month-incomplete
 */
export function makeDocument(cache: ReadableCache, request: ReadyRequest, madeAt: Instant): Made {
  switch (request.kind) {
    case 'cdrs':
      return cdrDocument(cache, request, madeAt);
    case 'cdr-groups':
      return cdrGroupDocument(cache, request, madeAt);
    case 'charges':
      return chargeDocument(cache, request, madeAt);
    case 'subscribers':
      return subscriberDocument(cache, request, madeAt);
    case 'invoices':
      return invoiceListDocument(cache, request, madeAt);
    case 'payments':
      return paymentDocument(cache, request, madeAt);
    case 'journal':
      return journalDocument(cache, request, madeAt);
    case 'guarantees':
      return guaranteeDocument(cache, request, madeAt);
    case 'orders':
      return orderDocument(cache, request, madeAt);
    case 'installments':
      return installmentDocument(cache, request, madeAt);
    case 'installment-schedule':
      return scheduleDocument(cache, request, madeAt);
    case 'appeals':
      return appealDocument(cache, request, madeAt);
    case 'services':
      return serviceDocument(cache, request, madeAt);
    case 'service-choice':
      return serviceChoiceDocument(cache, request, madeAt);
    case 'suspensions':
      return suspensionDocument(cache, request, madeAt);
    case 'plan-changes':
      return planChangeDocument(cache, request, madeAt);
    case 'call-centre':
      return callCentreDocument(cache, request, madeAt);
    case 'application':
      return applicationLetter(cache, request, madeAt);
    case 'invoice':
    case 'act':
    case 'vat-register':
    case 'split':
      return monthPaper(cache, request, madeAt);
    case 'summary-subscriber':
    case 'summary-zone':
    case 'summary-cost':
      return monthSummaryDocument(cache, request, madeAt);
    case 'month-charges':
      return monthChargeDocument(cache, request.month, madeAt);
    case 'cdr-months':
      return cdrMonthsDocument(cache, request, madeAt);
    case 'payment-order':
      return paymentPaper(request, madeAt);
  }
}

/** How many rows there will be; letters and pages count as one. */
export const rowCountOf = (made: Made): number => ('document' in made ? made.document.rowCount : 1);
