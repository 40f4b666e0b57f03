import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import {
  type ChargeLine,
  chargeLineName,
  type Invoice,
  type Payment,
} from '../../../src-shared/domain/billing';
import { formatGroupedCharge, formatSum } from '../../../src-shared/domain/money';
import { formatDuration, formatInstant, type YearMonth } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Evidence } from '../../../src-shared/domain/requests';
import { translator } from '../../i18n/translate';
import { monthWords } from '../month-words';

/** Evidence is read by the operator's specialists: its words are Russian whatever the window's language is. */
const t = translator.ru;

const line = (kind: Evidence['kind'], recordId: number | null, parts: readonly string[]): Evidence => ({
  kind,
  text: parts.filter(Boolean).join(', ').slice(0, 400),
  recordId,
});

/** «10.05.2021 12:14:03, Исходящий, +375 29 …, +375 33 …, Звонок, 00:03:12, 0,435 руб.» */
export function cdrEvidence(row: CdrRow): Evidence {
  return line('cdr', row.id, [
    formatInstant(row.startedAt),
    t(`cdrs.direction.${row.direction}`),
    formatPhone(row.subscriberNumber),
    /^\d+$/.test(row.party) ? formatPhone(row.party) : row.party,
    t(`cdrs.service.${row.service}`),
    row.service === 'sms' ? '' : formatDuration(row.durationS),
    t('evidence.rubles', { sum: formatGroupedCharge(row.gross) }),
  ]);
}

/** «Начисления за май 2021, План SIP-соединение 27, 57,8584 руб.» */
export function chargeEvidence(charge: ChargeLine, month: YearMonth): Evidence {
  return line('charge', null, [
    t('charges.monthTitle', { month: monthWords(month, 'ru') }),
    chargeLineName(charge),
    t('evidence.rubles', { sum: formatGroupedCharge(charge.gross) }),
  ]);
}

export function invoiceEvidence(invoice: Invoice): Evidence {
  return line('invoice', invoice.id, [
    t('evidence.invoice', { number: invoice.number, month: monthWords(invoice.month, 'ru') }),
    t('evidence.due', { sum: formatSum(invoice.amountDue) }),
  ]);
}

export function paymentEvidence(payment: Payment): Evidence {
  return line('payment', payment.id, [
    t('evidence.payment', { time: formatInstant(payment.receivedAt) }),
    payment.document,
    t('evidence.rubles', { sum: formatSum(payment.amount) }),
  ]);
}
