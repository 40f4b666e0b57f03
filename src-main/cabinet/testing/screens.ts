import '../../../src-renderer/i18n/all-words';
import { billingRu } from '../../../src-renderer/i18n/ru/billing';
import { cdrViewsRu } from '../../../src-renderer/i18n/ru/cdr-views';
import { cdrsRu } from '../../../src-renderer/i18n/ru/cdrs';
import { commonRu } from '../../../src-renderer/i18n/ru/common';
import { subscriberRu } from '../../../src-renderer/i18n/ru/subscriber';
import { translator } from '../../../src-renderer/i18n/translate';
import { groupRows, measured, sumGroups } from '../../../src-renderer/screens/detalization/groups';
import {
  type CdrFilter,
  type CdrGrouping,
  type CdrRow,
  type CdrSort,
  type GroupMeasure,
  MAX_PAGE,
} from '../../../src-shared/bridge/cabinet';
import { chargeLineName } from '../../../src-shared/domain/billing';
import { sumMoney } from '../../../src-shared/domain/money';
import { inKopecks } from '../../../src-shared/domain/month-statement';
import { dayOf } from '../../../src-shared/domain/period';
import { shareOf, WHOLE_SHARE } from '../../../src-shared/domain/shares';
import type { CellType } from '../../documents/model';
import type { TestCore } from './harness';
import type { ScreenTable } from './screen-table';

/** Test equipment: tables of the window made of the bridge's answers, in the window's own words. */

/** All rows of the detalization as the screen pages through them. */
async function screenCdrs(core: TestCore, filter: CdrFilter, sort: CdrSort): Promise<CdrRow[]> {
  const rows: CdrRow[] = [];
  for (;;) {
    const page = { filter, sort, offset: rows.length, limit: MAX_PAGE };
    const { items } = await core.call('cdrs.page', page);
    rows.push(...items);
    if (items.length < MAX_PAGE) return rows;
  }
}

const seconds = (row: CdrRow, value: number) => (row.service === 'sms' ? null : value);
const cdrColumns = {
  subscriber: ['phone', (row: CdrRow) => row.subscriberNumber],
  startedAt: ['instant', (row: CdrRow) => row.startedAt],
  direction: ['text', (row: CdrRow) => cdrsRu[`cdrs.direction.${row.direction}`]],
  party: ['phone', (row: CdrRow) => row.party],
  service: ['text', (row: CdrRow) => cdrsRu[`cdrs.service.${row.service}`]],
  zone: ['text', (row: CdrRow) => cdrsRu[`cdrs.zone.${row.zone}`]],
  status: ['text', (row: CdrRow) => cdrsRu[`cdrs.status.${row.status}`]],
  durationS: ['duration', (row: CdrRow) => seconds(row, row.durationS)],
  billedUnits: ['duration', (row: CdrRow) => seconds(row, row.billedUnits)],
  packageS: ['duration', (row: CdrRow) => row.packageS || null],
  net: ['charge', (row: CdrRow) => row.net],
  vat: ['charge', (row: CdrRow) => row.vat],
  gross: ['charge', (row: CdrRow) => row.gross],
  late: ['text', (row: CdrRow) => (row.late ? cdrsRu['cdrs.late'] : '')],
} as const;
const PARTS = [
  'SMS, шт.',
  'integer',
  (row: CdrRow) => (row.service === 'sms' ? row.billedUnits : null),
] as const;

export type CdrColumn = keyof typeof cdrColumns;

/** The detalization with these columns; parts of messages stand beside the rated seconds. */
export async function cdrTable(
  core: TestCore,
  filter: CdrFilter,
  sort: CdrSort,
  keys: readonly CdrColumn[],
): Promise<ScreenTable> {
  const summary = await core.call('cdrs.summary', { filter });
  const { durationS, billedS, parts, packageS, net, vat, gross } = summary;
  const totals: Record<string, number> = { durationS, billedUnits: billedS, packageS, net, vat, gross };
  const columns = keys.flatMap((key) => {
    const [type, value] = cdrColumns[key];
    const column = { title: cdrsRu[`cdrs.column.${key}`] as string, type, value, total: totals[key] ?? null };
    const [title, partsType, partsValue] = PARTS;
    return key === 'billedUnits'
      ? [column, { title, type: partsType, value: partsValue, total: parts }]
      : [column];
  });
  const rows = await screenCdrs(core, filter, sort);
  return {
    columns: columns.map(({ title, type }) => [title, type]),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    totalLabel: 'Итого',
    totals: columns.map(({ total }) => total),
  };
}

/** The detalization by groups, with the window's own rows and columns, in the core's order. */
export async function groupsTable(
  core: TestCore,
  filter: CdrFilter,
  by: CdrGrouping,
  measure: GroupMeasure,
): Promise<ScreenTable> {
  const groups = await core.call('cdrs.groups', { filter, by });
  const sums = sumGroups(groups);
  const whole = measured(sums, measure);
  const key: CellType = by === 'party' || by === 'subscriber' ? 'phone' : by === 'day' ? 'day' : 'text';
  const named = by === 'subscriber';
  return {
    columns: [
      [cdrViewsRu[`cdrs.groups.${by}`], key],
      ...(named ? [[cdrViewsRu['cdrs.groups.name'], 'text'] as const] : []),
      [cdrViewsRu['cdrs.groups.rows'], 'integer'],
      [cdrViewsRu['cdrs.groups.durationS'], 'duration'],
      [cdrViewsRu['cdrs.groups.net'], 'charge'],
      [cdrViewsRu['cdrs.groups.gross'], 'charge'],
      [cdrViewsRu['cdrs.groups.share'], 'share'],
    ],
    rows: groupRows(by, groups, translator.ru).map((row) => [
      by === 'day' ? row.key : row.text,
      ...(named ? [row.name] : []),
      row.rows,
      row.durationS,
      row.net,
      row.gross,
      shareOf(measured(row, measure), whole),
    ]),
    totalLabel: 'Итого',
    totals: [null, ...(named ? [null] : []), sums.rows, sums.durationS, sums.net, sums.gross, WHOLE_SHARE],
  };
}

/** «Начисления за период» without the monthly prices. */
export async function chargesTable(
  core: TestCore,
  subscriberId: number,
  month: string,
): Promise<ScreenTable> {
  const { lines, totals } = await core.call('charges.get', { subscriberId, month });
  const titles = ['line', 'net', 'vatRate', 'vat', 'localTax', 'gross'] as const;
  const types = ['text', 'charge', 'percent', 'charge', 'charge', 'charge'] as const;
  return {
    columns: titles.map((title, at) => [subscriberRu[`charges.${title}`], types[at] ?? 'text']),
    rows: lines.map((line) => [
      chargeLineName(line),
      line.net,
      line.vatRate,
      line.vat,
      line.localTax,
      line.gross,
    ]),
    totalLabel: subscriberRu['charges.total'],
    totals: [null, totals.net, null, totals.vat, totals.localTax, totals.gross],
  };
}

/** «Информация по платежам» of a period by amount, the amount first and no purpose. */
export async function paymentsTable(core: TestCore, fromDay: string, toDay: string): Promise<ScreenTable> {
  const { items } = await core.call('account.payments', undefined);
  const shown = items
    .filter(({ receivedAt }) => dayOf(receivedAt) >= fromDay && dayOf(receivedAt) <= toDay)
    .sort((a, b) => a.amount - b.amount);
  return {
    columns: [
      [billingRu['payments.amount'], 'sum'],
      [billingRu['payments.receivedAt'], 'instant'],
      [billingRu['payments.document'], 'text'],
    ],
    rows: shown.map(({ amount, receivedAt, document }) => [amount, receivedAt, document]),
    totalLabel: billingRu['payments.total'],
    totals: [sumMoney(shown.map(({ amount }) => amount)), null, null],
  };
}

export async function subscribersTable(core: TestCore, mask: string): Promise<ScreenTable> {
  const { items } = await core.call('subscribers.search', { mask, offset: 0, limit: MAX_PAGE });
  return {
    columns: [
      [subscriberRu['subscriber.number'], 'phone'],
      [subscriberRu['subscriber.plan'], 'text'],
      [subscriberRu['subscriber.name'], 'text'],
      [subscriberRu['subscriber.status'], 'text'],
      [subscriberRu['subscriber.charges'], 'charge'],
    ],
    rows: items.map((one) => [
      one.number,
      one.planTitle,
      one.name,
      commonRu[`common.status.${one.status}`],
      one.currentCharges,
    ]),
    totalLabel: 'Итого',
    totals: [null, null, null, null, sumMoney(items.map((one) => one.currentCharges))],
  };
}

/** Some columns of «Счета», sorted by the words of the state, backwards. */
export async function invoicesTable(core: TestCore): Promise<ScreenTable> {
  const items = (await core.call('account.invoices', undefined)).items.map(inKopecks);
  const words = ({ status }: (typeof items)[number]) => billingRu[`invoices.status.${status}`];
  // Sorted by a word: equal ones keep the order of the list, newest first.
  const sorted = [...items].sort((a, b) => words(b).localeCompare(words(a), 'ru'));
  const keys = ['number', 'issuedAt', 'gross', 'amountDue', 'dueOn', 'status'] as const;
  const types = ['text', 'day', 'sum', 'sum', 'day', 'text'] as const;
  return {
    columns: keys.map((key, at) => [billingRu[`invoices.${key}`], types[at] ?? 'text']),
    rows: sorted.map((one) => [
      one.number,
      dayOf(one.issuedAt),
      one.gross,
      one.amountDue,
      one.dueOn,
      words(one),
    ]),
    totalLabel: 'Итого',
    totals: [null, null, sumMoney(items.map(({ gross }) => gross)), null, null, null],
  };
}
