import type { ChargeLine } from '../../../src-shared/domain/billing';
import { makeStatement, monthState } from '../../../src-shared/domain/month-statement';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { findInvoice } from '../../store/read/account';
import { readMonthCharges } from '../../store/read/charges';
import { chargeColumns, closedNote } from './charge-document';
import { CURRENCY_NOTE, factsOf, readOwner } from './facts';
import type { MadeDocument } from './make-document';
import { type ColumnSpec, documentColumns, rowsOf, totalsOf } from './table-spec';

type Charged = { number: string; name: string; line: ChargeLine };

const columns: readonly ColumnSpec<Charged>[] = [
  { key: 'number', title: 'Абонент', type: 'phone', width: 17, value: ({ number }) => number },
  { key: 'name', title: 'ФИО (название абонента)', type: 'text', width: 28, value: ({ name }) => name },
  ...chargeColumns.map(({ key, title, type, width, value }) => ({
    key,
    title,
    type,
    width,
    value: ({ line }: Charged) => value({ line, previous: null }),
  })),
];

const PARTIAL_NOTE =
  'Начисления за этот месяц на этом компьютере неполные: их сумма не равна начисленному по счету. Обновите данные и сформируйте документ ещё раз.';

/** «Начисления» of everybody in a month: what the screens of all subscribers show, as one table (guide §3.5). */
export function monthChargeDocument(cache: ReadableCache, month: YearMonth, madeAt: Instant): MadeDocument {
  const owner = readOwner(cache);
  const { subscribers, closed, asOf } = readMonthCharges(cache, month);
  const { totals } = makeStatement(subscribers);
  const partial = monthState(month, findInvoice(cache, month), totals, madeAt) === 'partial';
  const rows = subscribers.flatMap(({ number, name, lines }) =>
    lines.map((line) => ({ number, name, line })),
  );
  return {
    fileName: `Начисления ${owner.number} ${month}`,
    document: {
      title: `Начисления за ${monthWords(month)}`,
      subject: `Л/с ${owner.number}`,
      sheetTitle: 'Начисления',
      organisation: owner.organisation,
      facts: factsOf(
        owner,
        [
          { label: 'Абонентов', value: String(subscribers.length) },
          { label: 'Период', value: monthWords(month) },
        ],
        asOf,
      ),
      columns: documentColumns(columns),
      rowCount: rows.length,
      rows: rowsOf(columns, rows),
      totals: totalsOf(columns, 'Итого начислений', totals),
      footnotes: [CURRENCY_NOTE, partial ? PARTIAL_NOTE : closedNote(closed)],
      madeAt,
    },
  };
}
