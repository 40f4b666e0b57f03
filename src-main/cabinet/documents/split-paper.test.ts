import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChargeLine, type ChargeTotals, totalCharges } from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { splitVat } from '../../../src-shared/domain/money';
import { startOfDay } from '../../../src-shared/domain/period';
import { chargeLine, GUIDE_LINES } from '../../../src-shared/domain/testing/guide-page';
import { isWorkingDay, type WorkClass, workClassOf } from '../../../src-shared/domain/work-calendar';
import { cleanText } from '../../documents/clean-text';
import { readXlsx } from '../../documents/testing/read-files';
import { calculate, cellAt, decide, formulasOf, readWorkbook } from '../../documents/testing/read-xlsx';
import { type Charged, MONTH, NOW, openMonth } from '../testing/month-cache';
import { call } from '../testing/open-cabinet';
import { paperOf, pdfOf, textLines, unitsOf, xlsxOf } from '../testing/read-papers';

const SHEETS: Record<WorkClass | 'rest', string> = {
  working: 'Рабочее время',
  'off-hours': 'Нерабочее время',
  holiday: 'Выходные и праздничные дни',
  rest: 'Без разбивки',
};
const at = (day: string, hour: number, minute = 0) => startOfDay(day) + hour * 3_600_000 + minute * 60_000;
const amounts = ({ net, vat, localTax, gross }: ChargeTotals) => [net, vat, localTax, gross];
const usageLine = (gross: number, rest: Partial<ChargeLine> = {}): ChargeLine =>
  chargeLine('Исходящие на другие сети', gross, {
    kind: 'usage',
    durationS: 60,
    usage: { direction: 'out', service: 'voice', zone: 'mobile' },
    ...rest,
  });

let opened: ReturnType<typeof openMonth> | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

function open(charged: readonly Charged[], cdrs: readonly Cdr[]) {
  opened?.close();
  opened = openMonth(charged);
  opened.store('cdrs', cdrs);
  return opened;
}
const splitOf = ({ cache }: ReturnType<typeof openMonth>) =>
  paperOf(cache, { kind: 'split', month: MONTH }, NOW).paper;

/** Rows of a sheet between its header and its totals. */
const rowsOf = (xlsx: Uint8Array, sheet: string) =>
  (readXlsx(xlsx).find(({ name }) => name === sheet)?.rows ?? []).slice(3, -1);

describe('the invoice split by working time', () => {
  it('puts calls where the production calendar has them, and has all the rest apart', async () => {
    const moments: [string, number, number?][] = [
      ['2021-05-12', 9], // Wednesday, the first minute of working time
      ['2021-05-12', 17, 59],
      ['2021-05-12', 18],
      ['2021-05-15', 10], // a Saturday that was worked instead of 10 May
      ['2021-05-10', 10], // that Monday
      ['2021-05-09', 12], // a holiday
      ['2021-05-11', 12], // Radunitsa
    ];
    const cdrs = moments.map(([day, hour, minute], index) =>
      call(at(day, hour, minute), 60 * (index + 1), { gross: 1000 * (index + 1) }),
    );
    const cabinet = open([{ name: 'Главный', lines: [...GUIDE_LINES, usageLine(28_000)] }], cdrs);
    const xlsx = await xlsxOf(splitOf(cabinet));
    const sheet = (name: string) =>
      rowsOf(xlsx, name).map(([number, , title, count, days, ...money]) => [
        number,
        title,
        count,
        Math.round(Number(days) * 86_400),
        unitsOf(money.at(-1)),
      ]);
    const title = 'Исходящие на другие сети';
    expect(sheet(SHEETS.working)).toEqual([['375291000001', title, 3, 60 + 120 + 240, 7000]]);
    expect(sheet(SHEETS['off-hours'])).toEqual([['375291000001', title, 1, 180, 3000]]);
    expect(sheet(SHEETS.holiday)).toEqual([['375291000001', title, 3, 300 + 360 + 420, 18_000]]);
    expect(rowsOf(xlsx, SHEETS.rest).map((row) => row[2])).toEqual([
      'SIP 3000 минут в другие сети',
      'SIP-многоканальность 27',
      'План SIP-соединение 27',
      'Услуга Короткий номер 27',
      'Исходящие внутри сети 00:07:00',
    ]);
    expect(readWorkbook(xlsx).SheetNames).toEqual(['Итоги', 'Контроль', ...Object.values(SHEETS)]);
  });

  it('leaves records that changed after the invoice out, and says so', async () => {
    const late = { gross: 700, recordedAt: at('2021-06-06', 12), revision: 2 };
    const cdrs = [
      call(at('2021-05-12', 10), 60, { gross: 1000 }),
      call(at('2021-05-12', 11), 60, late),
      call(at('2021-05-12', 12), 0, { status: 'missed' }),
      call(at('2021-05-12', 12), 60, { direction: 'in' }),
    ];
    const cabinet = open([{ name: 'А', lines: [usageLine(1875)] }], cdrs);
    const paper = splitOf(cabinet);
    const xlsx = await xlsxOf(paper);
    expect(
      rowsOf(xlsx, SHEETS.working).map(([, , , count, , , , , , gross]) => [count, unitsOf(gross)]),
    ).toEqual([[1, 1000]]);
    expect(rowsOf(xlsx, SHEETS.rest).map((row) => [row[2], unitsOf(row[7])])).toEqual([
      ['Исходящие на другие сети: вне детализации', 875],
    ]);
    const text = (await textLines(await pdfOf(paper))).join(' ');
    expect(text).toContain('изменённых после закрытия месяца: 1');
    expect(text).toContain('Строки счета на 0,0875 руб. не подтверждены');
    expect(text).toContain('По счету В этом файле Разница Вывод');
  });

  it('can be of nothing, and tells a changed cell', async () => {
    const xlsx = await xlsxOf(splitOf(open([], [])));
    const book = readWorkbook(xlsx);
    for (const row of [4, 5, 6, 7]) expect(decide(book, 'Контроль', `E${row}`)).toBe('сходится');

    const full = readWorkbook(
      await xlsxOf(
        splitOf(
          open([{ name: 'А', lines: [usageLine(1000)] }], [call(at('2021-05-12', 10), 60, { gross: 1000 })]),
        ),
      ),
    );
    expect(decide(full, 'Контроль', 'E4')).toBe('сходится');
    const net = cellAt(full, SHEETS.working, 'F4');
    expect(net?.v).toBe(0.08);
    if (net) net.v = 0.0801;
    expect(decide(full, 'Контроль', 'E4')).toBe('не сходится');
    expect(calculate(full, 'Контроль', 'D4')).toBe(0.0001);
  });
});

const anyName = fc.oneof(
  fc.constantFrom('=cmd|/c calc', '@SUM(A1)', '+1', 'Ж'.repeat(200), '_x0041_ & <b>', 'О\'Нил; "кавычки"'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
);
const anyCall = fc.record({
  minute: fc.nat(31 * 1440 - 1),
  zone: fc.constantFrom('onnet', 'mobile', 'cis'),
  service: fc.constantFrom('voice', 'sms'),
  billed: fc.integer({ min: 1, max: 7200 }),
  gross: fc.oneof(fc.constant(0), fc.nat(90_000)),
  late: fc.boolean(),
});
const anyMonth = fc.array(
  fc.record({
    name: anyName,
    calls: fc.array(anyCall, { maxLength: 25 }),
    /** What a line is beside its records: rated anew, or not all here. */
    drift: fc.oneof(fc.constant(0), fc.integer({ min: -30_000, max: 30_000 })),
    fixed: fc.integer({ min: -900_000, max: 9_000_000 }),
    vatRate: fc.constantFrom(20, 25, 26),
  }),
  { maxLength: 4 },
);

it('is the invoice to the last unit, whatever the month', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyMonth, async (month) => {
      const cdrs = month.flatMap(({ calls, vatRate }, index) =>
        calls.map(({ minute, billed, late, ...one }) =>
          call(startOfDay(`${MONTH}-01`) + minute * 60_000, one.service === 'sms' ? 0 : billed, {
            ...one,
            vatRate,
            net: splitVat(one.gross, vatRate).net,
            subscriberId: index + 1,
            ...(late && { recordedAt: at('2021-06-06', 12) }),
          }),
        ),
      );
      const charged = month.map(({ name, drift, fixed, vatRate }, index): Charged => {
        const own = cdrs.filter(({ subscriberId }) => subscriberId === index + 1);
        const kinds = [...new Set(own.map(({ service, zone }) => `${service} ${zone}`))];
        const lines = kinds.map((kind, nth) => {
          const known = own.filter((one) => `${one.service} ${one.zone}` === kind && !one.recordedAt);
          const gross = known.reduce((sum, one) => sum + one.gross, nth === 0 ? drift : 0);
          const [{ service, zone } = { service: 'voice', zone: 'cis' } as const] = own.filter(
            (one) => `${one.service} ${one.zone}` === kind,
          );
          return usageLine(gross, { title: kind, usage: { direction: 'out', service, zone }, vatRate });
        });
        return { name, lines: [...lines, chargeLine('Перерасчет за апрель 2021', fixed, { vatRate })] };
      });
      const cabinet = open(charged, cdrs);
      const { invoice } = cabinet;
      const paper = splitOf(cabinet);
      const xlsx = await xlsxOf(paper);
      expect(Buffer.compare(xlsx, await xlsxOf(paper))).toBe(0);

      // Every record of the invoice once, in its class of time.
      for (const workClass of ['working', 'off-hours', 'holiday'] as const) {
        const own = cdrs.filter(
          (one) => !one.recordedAt && workClassOf(one.startedAt, (day) => isWorkingDay(day)) === workClass,
        );
        const rows = rowsOf(xlsx, SHEETS[workClass]);
        const found = rows.map(([number, name, title, count, billed, , , , , gross]) =>
          JSON.stringify([
            number,
            name ?? '',
            title,
            count,
            Math.round(Number(billed) * 86_400),
            unitsOf(gross),
          ]),
        );
        const expected = new Map<string, Cdr[]>();
        for (const one of own) {
          const key = `${one.subscriberId} ${one.service} ${one.zone}`;
          expected.set(key, [...(expected.get(key) ?? []), one]);
        }
        expect(found.sort()).toEqual(
          [...expected.values()]
            .map((records) => {
              const { subscriberId, service, zone } = records[0] as Cdr;
              const seconds = service === 'sms' ? 0 : records.reduce((sum, one) => sum + one.billedUnits, 0);
              return JSON.stringify([
                String(375_291_000_000 + subscriberId),
                cleanText(month[subscriberId - 1]?.name ?? ''),
                `${service} ${zone}`,
                records.length,
                seconds,
                records.reduce((sum, one) => sum + one.gross, 0),
              ]);
            })
            .sort(),
        );
      }

      // The sums are formulas; made anew they are what is shown, and the invoice.
      const book = readWorkbook(xlsx);
      for (const sheet of book.SheetNames)
        for (const { ref, cell } of formulasOf(book, sheet)) {
          if (cell.t === 's') expect(decide(book, sheet, ref)).toBe(cell.v);
          else expect(calculate(book, sheet, ref)).toBeCloseTo(Number(cell.v), 6);
        }
      const total = amounts(totalCharges(charged.flatMap(({ lines }) => lines)));
      const face = readXlsx(xlsx)[0]?.rows ?? [];
      expect(
        face
          .find(([label]) => label === 'Итого начислений')
          ?.slice(-4)
          .map(unitsOf),
      ).toEqual(total);
      const control = readXlsx(xlsx)[1]?.rows.slice(3) ?? [];
      expect(control.map(([, billed]) => unitsOf(billed))).toEqual([
        invoice.net,
        invoice.vat,
        invoice.gross - invoice.net - invoice.vat,
        invoice.gross,
      ]);
      expect(control.map((row) => row.slice(3))).toEqual(Array.from({ length: 4 }, () => [0, 'сходится']));
    }),
    { numRuns: 12 },
  );
});
