import { type ChargeTotals, chargeLineName } from '../../../src-shared/domain/billing';
import { formatCharge, formatRublesKopecks } from '../../../src-shared/domain/money';
import {
  type MonthSplit,
  type SplitPart,
  type SplitRow,
  type SplitTotals,
  splitMonth,
  splitParts,
  unexplainedGross,
} from '../../../src-shared/domain/month-split';
import { formatDay, type YearMonth } from '../../../src-shared/domain/period';
import { monthWords } from '../../../src-shared/domain/words';
import type { DocumentColumn } from '../../documents/model';
import type { CellFormula, PaperPart, PaperTable } from '../../documents/paper/model';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { countLateCalls, readMonthCalls } from '../../store/read/month-calls';
import { changesOfMonth } from '../../store/work-days';
import type { ReadyMonth } from './month-facts';
import type { PaperBody } from './month-papers';
import {
  contractWords,
  invoiceWords,
  MONTH_TOTAL,
  moneyCells,
  moneyColumns,
  periodWords,
  plainTable,
  SUBSCRIBER_COLUMNS,
} from './paper-parts';

/** Guide §2.3.3: «рабочее (9:00-18:00), нерабочее время и выходные\праздничные дни». Names of the sheets, too. */
const partWords: Record<SplitPart, string> = {
  working: 'Рабочее время',
  'off-hours': 'Нерабочее время',
  holiday: 'Выходные и праздничные дни',
  rest: 'Без разбивки',
};
const SHEETS = splitParts.map((part) => partWords[part]);

/** «Excel с разбивкой»: what was charged, traffic by working time, checked against the invoice (guide §2.3.3). */
export function splitPaper(facts: ReadyMonth, cache: ReadableCache): PaperBody {
  const { account, month, statement } = facts;
  const split = splitMonth(statement, readMonthCalls(cache, month));
  const { bill } = statement;
  return {
    title: `Счет ${invoiceWords(facts)} с разбивкой по времени`,
    subtitle: `за услуги электросвязи за ${monthWords(month)}`,
    sheetTitle: 'Итоги',
    parts: [
      {
        kind: 'facts',
        blocks: [
          {
            title: '',
            facts: [
              { label: 'Заказчик', value: account.organisation },
              { label: 'УНП', value: account.unp },
              { label: 'Договор', value: contractWords(account) },
              { label: 'Лицевой счет', value: account.number },
            ],
          },
          {
            title: '',
            facts: [
              { label: 'Период', value: periodWords(month) },
              { label: 'Рабочее время', value: 'рабочие дни с 9:00 до 18:00' },
              { label: 'Календарь', value: calendarWords(cache, month) },
            ],
          },
        ],
      },
      summaryTable(split, facts),
      {
        kind: 'text',
        look: 'strong',
        text: `Начислено за ${monthWords(month)}: ${formatRublesKopecks(bill.gross)}, в том числе НДС ${formatRublesKopecks(bill.vat)}`,
      },
      ...notes(cache, facts, split),
      controlTable(facts),
      ...splitParts.map((part) => partTable(part, split)),
    ],
  };
}

const USAGE_COLUMNS: readonly DocumentColumn[] = [
  { key: 'count', title: 'Записей', type: 'integer', width: 8 },
  { key: 'billedS', title: 'К оплате', type: 'duration', width: 10 },
];
const usageCells = ({ count, billedS }: Pick<SplitRow, 'count' | 'billedS'>) => [count, billedS];

/** Every number is the sum of a column of the part's own sheet. */
function summaryTable(split: MonthSplit, { statement }: ReadyMonth): PaperTable {
  const columns = [
    { key: 'part', title: 'Время', type: 'text' as const, width: 30 },
    ...USAGE_COLUMNS,
    ...moneyColumns(),
  ];
  const cells = (part: SplitPart) => {
    const { totals } = split[part];
    const usage = part === 'rest' ? [null, null] : usageCells(totals);
    return [partWords[part], ...usage, ...moneyCells(totals)];
  };
  const sumOf = (part: SplitPart) =>
    columns.map(({ key }, at): CellFormula | null =>
      at === 0 || cells(part)[at] === null ? null : { kind: 'sheets', names: [partWords[part]], column: key },
    );
  const all = (of: (totals: SplitTotals) => number) =>
    splitParts.reduce((sum, part) => sum + of(split[part].totals), 0);
  return {
    ...plainTable({
      title: 'Итоги по времени',
      columns,
      rows: splitParts.map(cells),
      totals: {
        label: MONTH_TOTAL,
        values: [
          null,
          all(({ count }) => count),
          all(({ billedS }) => billedS),
          ...moneyCells(statement.totals),
        ],
      },
    }),
    formulas: splitParts.map(sumOf),
  };
}

/** The invoice beside what the sheets add up to. */
function controlTable({ invoice }: ReadyMonth): PaperTable {
  const { net, vat, gross } = invoice;
  const billed: ChargeTotals = { net, vat, localTax: gross - net - vat, gross };
  const columns: readonly DocumentColumn[] = [
    { key: 'what', title: 'Показатель', type: 'text', width: 30 },
    { key: 'billed', title: 'По счету', type: 'charge', width: 14 },
    { key: 'here', title: 'В этом файле', type: 'charge', width: 14 },
    { key: 'difference', title: 'Разница', type: 'charge', width: 12 },
    { key: 'verdict', title: 'Вывод', type: 'text', width: 16 },
  ];
  const sums: readonly [keyof ChargeTotals, string][] = [
    ['net', 'Сумма без НДС'],
    ['vat', 'Сумма НДС'],
    ['localTax', 'Налог на услуги'],
    ['gross', 'Всего с учетом налогов'],
  ];
  return {
    ...plainTable({
      title: 'Сверка со счетом',
      columns,
      rows: sums.map(([key, title]) => [title, billed[key], billed[key], 0, AGREES]),
      totals: null,
      sheet: 'Контроль',
    }),
    formulas: sums.map(([key]) => [
      null,
      null,
      { kind: 'sheets', names: SHEETS, column: key },
      { kind: 'difference', of: 'here', from: 'billed' },
      { kind: 'verdict', of: 'difference', zero: AGREES, other: 'не сходится' },
    ]),
  };
}
const AGREES = 'сходится';

/** A part by subscriber and service. */
function partTable(part: SplitPart, split: MonthSplit): PaperTable {
  const { subscribers, totals } = split[part];
  const usage = part !== 'rest';
  const cells = (row: ChargeTotals & Pick<SplitRow, 'count' | 'billedS'>, vatRate: number | null) => [
    ...(usage ? usageCells(row) : []),
    ...moneyCells(row, vatRate),
  ];
  return {
    kind: 'table',
    title: partWords[part],
    keyColumns: SUBSCRIBER_COLUMNS,
    columns: [
      { key: 'title', title: 'Услуга', type: 'text', width: 38 },
      ...(usage ? USAGE_COLUMNS : []),
      ...moneyColumns({ key: 'vatRate', title: 'Ставка НДС', type: 'percent', width: 7 }),
    ],
    groups: subscribers.map((one) => ({
      key: [one.number, one.name],
      rows: one.rows.map((row) => [rowTitle(row, part), ...cells(row, row.line.vatRate)]),
      totals: { label: 'Итого по абоненту', values: [null, ...cells(one.totals, null)] },
    })),
    totals: { label: 'Итого', values: [null, ...cells(totals, null)] },
    sheet: partWords[part],
  };
}

function rowTitle({ line, unexplained }: SplitRow, part: SplitPart): string {
  if (unexplained) return `${line.title}: вне детализации`;
  return part === 'rest' ? chargeLineName(line) : line.title;
}

/** Which calendar, and what the person changed of it in this month. */
function calendarWords(cache: ReadableCache, month: YearMonth): string {
  const changed = changesOfMonth(cache, month).map(
    ([day, kind]) => `${formatDay(day)} ${kind === 'working' ? 'рабочий' : 'выходной'}`,
  );
  return ['производственный, с переносами', ...changed].join('; ');
}

function notes(cache: ReadableCache, { month }: ReadyMonth, split: MonthSplit): PaperPart[] {
  const late = countLateCalls(cache, month);
  const unexplained = unexplainedGross(split);
  const texts = [
    'Разбиты исходящие звонки и SMS по времени начала. Абонентская плата, разовые начисления и перерасчеты стоят в разделе «Без разбивки». НДС строки счета распределен по времени так, что в сумме дает НДС строки.',
    ...(late > 0
      ? [`Записей, появившихся или изменённых после закрытия месяца: ${late}; они не разбиты.`]
      : []),
    ...(unexplained !== 0
      ? [
          `Строки счета на ${formatCharge(unexplained)} руб. не подтверждены записями звонков на этом компьютере и стоят в разделе «Без разбивки».`,
        ]
      : []),
    ...(readFeedState(cache, 'cdrs').complete
      ? []
      : ['Детализация загружена не полностью: обновите данные и сформируйте документ ещё раз.']),
  ];
  return texts.map((text) => ({ kind: 'text', look: 'quiet', text }));
}
