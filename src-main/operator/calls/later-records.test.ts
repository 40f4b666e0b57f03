import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubscriberCharges } from '../../../src-shared/domain/billing';
import { type Cdr, isLateCdr } from '../../../src-shared/domain/cdr';
import { sumMoney } from '../../../src-shared/domain/money';
import { monthOf } from '../../../src-shared/domain/period';
import { type Api, GUIDE_TIME, minsk, signIn, startTestOperator, type TestOperator } from '../testing/client';

let operator: TestOperator;
let api: Api;

beforeEach(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
});
afterEach(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const outgoing = (cdrs: readonly Cdr[], month: string, subscriberId: number) =>
  sumMoney(
    cdrs
      .filter((cdr) => cdr.subscriberId === subscriberId && monthOf(cdr.startedAt) === month)
      .map(({ gross }) => gross),
  );
const linesOf = (charges: readonly SubscriberCharges[], month: string, subscriberId: number) =>
  charges.filter((item) => item.month === month && item.subscriberId === subscriberId).at(-1)?.lines ?? [];
const usageSum = (charges: readonly SubscriberCharges[], month: string, subscriberId: number) =>
  sumMoney(linesOf(charges, month, subscriberId).flatMap(({ usage, gross }) => (usage ? [gross] : [])));
const corrections = (charges: readonly SubscriberCharges[], month: string) =>
  sumMoney(
    [1, 2, 3].flatMap((id) =>
      linesOf(charges, month, id).flatMap(({ kind, gross }) => (kind === 'correction' ? [gross] : [])),
    ),
  );

describe('records after the stream of days', () => {
  it('late calls of the open month come after everything else and are in its charges', async () => {
    const before = await api.pull('cdrs', 5000);
    await operator.control.addLateCdrs(20, '2021-05');
    const { items, cursor } = await api.pull('cdrs', 7, before.cursor);
    expect(items).toHaveLength(20);
    expect(new Set(items.map(({ id }) => id)).size).toBe(20);
    const known = new Set(before.items.map(({ id }) => id));
    for (const cdr of items) {
      expect(known.has(cdr.id)).toBe(false);
      expect(cdr.id).toBeGreaterThan(before.items.at(-1)?.id ?? 0);
      expect(cdr).toMatchObject({ revision: 1, recordedAt: GUIDE_TIME });
      expect(monthOf(cdr.startedAt)).toBe('2021-05');
      expect(cdr.startedAt).toBeLessThan(minsk('2021-05-10'));
      expect(isLateCdr(cdr)).toBe(false);
    }
    const charges = (await api.pull('charges', 1000)).items;
    for (const id of [1, 2, 3]) {
      expect(usageSum(charges, '2021-05', id)).toBe(outgoing([...before.items, ...items], '2021-05', id));
    }
    expect(corrections(charges, '2021-05')).toBe(0);
    expect((await api.page('cdrs', { since: cursor })).items).toEqual([]);
  });

  it('late calls of an invoiced month are charged in the open one; its invoice stays', async () => {
    const calls = await api.pull('cdrs', 5000);
    const invoices = await api.pull('invoices', 1000);
    const charges = await api.pull('charges', 1000);
    await operator.control.addLateCdrs(10, '2021-04');
    const { items } = await api.pull('cdrs', 1000, calls.cursor);
    expect(items.every(isLateCdr)).toBe(true);
    expect((await api.page('invoices', { since: invoices.cursor })).items).toEqual([]);
    const changed = (await api.pull('charges', 1000, charges.cursor)).items;
    expect(new Set(changed.map(({ month }) => month))).toEqual(new Set(['2021-05']));
    expect(corrections(changed, '2021-05')).toBe(sumMoney(items.map(({ gross }) => gross)));
    expect(linesOf(changed, '2021-05', items[0]?.subscriberId ?? 0).at(-1)).toMatchObject({
      kind: 'correction',
      title: 'Перерасчет за апрель 2021',
      days: null,
      usage: null,
    });
  });

  it('a correction keeps the id, raises the revision and changes the charges by as much', async () => {
    const calls = await api.pull('cdrs', 5000);
    const known = new Map(calls.items.map((cdr) => [cdr.id, cdr]));
    await operator.control.correctCdrs(15, '2021-05');
    await operator.control.correctCdrs(15, '2021-04');
    const { items } = await api.pull('cdrs', 1000, calls.cursor);
    expect(items).toHaveLength(30);
    let late = 0;
    for (const cdr of items) {
      const before = known.get(cdr.id);
      expect(cdr).toMatchObject({
        startedAt: before?.startedAt,
        party: before?.party,
        durationS: before?.durationS,
      });
      expect(cdr.revision).toBe((before?.revision ?? 0) + 1);
      expect(cdr.gross).toBeLessThan(before?.gross ?? 0);
      if (isLateCdr(cdr)) late += cdr.gross - (before?.gross ?? 0);
      known.set(cdr.id, cdr);
    }
    const charges = (await api.pull('charges', 1000)).items;
    for (const id of [2, 3]) {
      expect(usageSum(charges, '2021-05', id)).toBe(outgoing([...known.values()], '2021-05', id));
    }
    expect(late).toBeLessThan(0);
    expect(corrections(charges, '2021-05')).toBe(late);
  });

  it('a client that comes later gets the record first and its correction after it', async () => {
    await operator.control.correctCdrs(5, '2021-04');
    const { items } = await api.pull('cdrs', 1000);
    const corrected = items.slice(-5);
    for (const { id, revision } of corrected) {
      expect(revision).toBe(2);
      expect(items.filter((cdr) => cdr.id === id).map((cdr) => cdr.revision)).toEqual([1, 2]);
    }
  });
});
