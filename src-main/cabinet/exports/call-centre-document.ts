import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { answeredPercent, type CallCounts, sumCalls } from '../../../src-shared/domain/call-counts';
import type { Instant } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { callCentreCallsNow } from '../requests/call-centre-calls';
import { listDocument } from './list-document';
import type { MadeDocument } from './make-document';
import type { ColumnSpec } from './table-spec';

type Calls = ProcedureOutput<'requests.callCentreCalls'>;

const countColumns: readonly ColumnSpec<CallCounts>[] = [
  { key: 'answered', title: 'Отвечено', type: 'integer', width: 11, value: ({ answered }) => answered },
  { key: 'missed', title: 'Пропущено', type: 'integer', width: 12, value: ({ missed }) => missed },
  { key: 'busy', title: 'Занято', type: 'integer', width: 9, value: ({ busy }) => busy },
  { key: 'percent', title: 'Отвечено, %', type: 'percent', width: 11, value: answeredPercent },
  { key: 'talk', title: 'Разговоры', type: 'duration', width: 12, value: ({ talkS }) => talkS },
];
const dayColumns: readonly ColumnSpec<Calls['days'][number]>[] = [
  { key: 'day', title: 'День', type: 'day', width: 12, value: ({ day }) => day },
  ...countColumns,
];
const operatorColumns: readonly ColumnSpec<Calls['operators'][number]>[] = [
  { key: 'number', title: 'Оператор', type: 'phone', width: 18, value: ({ number }) => number },
  { key: 'name', title: 'Ф.И.О.', type: 'text', width: 34, value: ({ name }) => name },
  ...countColumns,
];

/** «Статистика колл-центра» by day or by operator, as its screen counts it. */
export function callCentreDocument(
  cache: ReadableCache,
  request: Extract<DocumentRequest, { kind: 'call-centre' }>,
  madeAt: Instant,
): MadeDocument {
  const { by, month } = request;
  const { days, operators, asOf } = callCentreCallsNow(cache, month, madeAt);
  const { talkS, ...counts } = sumCalls(by === 'day' ? days : operators);
  const title = `Статистика колл-центра ${by === 'day' ? 'по дням' : 'по операторам'}`;
  const list = {
    title: `${title} за ${monthWords(month)}`,
    sheetTitle: by === 'day' ? 'По дням' : 'По операторам',
    fileName: `${title} ${month}`,
    about: [{ label: 'Период', value: monthWords(month) }],
    totals: { ...counts, talk: talkS },
    dataAsOf: asOf,
    madeAt,
  };
  return by === 'day'
    ? listDocument(cache, request, { ...list, columns: dayColumns, items: days })
    : listDocument(cache, request, { ...list, columns: operatorColumns, items: operators });
}
