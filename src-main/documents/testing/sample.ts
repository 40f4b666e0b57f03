import { startOfMonth } from '../../../src-shared/domain/period';
import type { DocumentColumn, Row, Sink, TableDocument } from '../model';

/** Test equipment: documents made of nothing but numbers. Not part of the program. */
export const SAMPLE_COLUMNS: readonly DocumentColumn[] = [
  { key: 'startedAt', title: 'Дата и время', type: 'instant', width: 19 },
  { key: 'party', title: 'Собеседник', type: 'phone', width: 17 },
  { key: 'zone', title: 'Куда', type: 'text', width: 16 },
  { key: 'day', title: 'День', type: 'day', width: 10 },
  { key: 'month', title: 'Месяц', type: 'month', width: 14 },
  { key: 'durationS', title: 'Длительность', type: 'duration', width: 12 },
  { key: 'parts', title: 'SMS', type: 'integer', width: 6 },
  { key: 'vatRate', title: 'Ставка НДС', type: 'percent', width: 8 },
  { key: 'net', title: 'Сумма без НДС', type: 'charge', width: 12 },
  { key: 'gross', title: 'Всего с НДС', type: 'sum', width: 12 },
];

const ZONES = ['Внутри сети', 'Другие сети', 'Городская сеть', 'СНГ', 'Другие страны'];
const START = startOfMonth('2021-05');

/** Rows that look random and are the same on every run. */
export function sampleRow(index: number): Row {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const durationS = mixed % 1800;
  const net = mixed % 20_000;
  return [
    START + index * 26_000,
    `37529${String(1_000_000 + (mixed % 9_000_000))}`,
    ZONES[mixed % ZONES.length] as string,
    `2021-05-${String(1 + (mixed % 31)).padStart(2, '0')}`,
    '2021-05',
    durationS,
    mixed % 7 === 0 ? 1 + (mixed % 3) : null,
    25,
    net,
    net - (net % 100),
  ];
}

export const chunked = function* (rows: readonly Row[], size = 500): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
};

const TOTALLED: readonly string[] = ['duration', 'integer', 'charge', 'sum'];

/** A document of these rows, with totals that fit them. */
export function documentOf(
  rows: readonly Row[],
  changes: Partial<TableDocument> = {},
  columns: readonly DocumentColumn[] = SAMPLE_COLUMNS,
): TableDocument {
  return {
    title: 'Детализация за май 2021',
    subject: 'Л/с 123456789',
    sheetTitle: 'Детализация',
    organisation: 'ООО «Ромашка & Ко»',
    facts: [
      { label: 'Организация', value: 'ООО «Ромашка & Ко»' },
      { label: 'Л/с', value: '123456789' },
      { label: 'Период', value: 'май 2021' },
      { label: 'Данные на', value: '10.05.2021 09:14:00' },
    ],
    columns,
    rowCount: rows.length,
    rows: chunked(rows),
    totals: {
      label: 'Итого',
      values: columns.map(({ type }, at) =>
        TOTALLED.includes(type) ? rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : null,
      ),
    },
    footnotes: ['Суммы в белорусских рублях (BYN).'],
    madeAt: startOfMonth('2021-05') + 9 * 86_400_000 + 33_255_000,
    ...changes,
  };
}

export const sampleRows = (count: number): Row[] => Array.from({ length: count }, (_, at) => sampleRow(at));

/** A sink that keeps everything. */
export function memorySink(): Sink & { bytes(): Buffer } {
  const parts: Uint8Array[] = [];
  return { write: (part) => parts.push(Uint8Array.from(part)), bytes: () => Buffer.concat(parts) };
}
