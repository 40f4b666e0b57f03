import { expect, it } from 'vitest';
import type { ChargeLine } from './billing';
import { chargeChange, pairCharges } from './charge-pairs';

const line = (code: string, gross: number, zone: 'cis' | 'mobile' | null = null): ChargeLine => ({
  kind: zone ? 'usage' : 'service',
  code,
  title: code,
  days: null,
  durationS: null,
  count: null,
  monthlyGross: null,
  usage: zone && { direction: 'out', service: 'voice', zone },
  vatRate: 25,
  net: gross,
  vat: 0,
  localTax: 0,
  gross,
});

it('puts the same lines side by side and keeps those that came and those that went', () => {
  const now = [line('plan', 100), line('calls', 30, 'cis'), line('new', 7)];
  const before = [line('gone', 5), line('calls', 40, 'mobile'), line('plan', 90), line('calls', 20, 'cis')];
  const pairs = pairCharges(now, before);
  expect(pairs.map(({ line: one, previous }) => [one?.code, one?.gross, previous?.gross])).toEqual([
    ['plan', 100, 90],
    ['calls', 30, 20],
    ['new', 7, undefined],
    [undefined, undefined, 5],
    [undefined, undefined, 40],
  ]);
  expect(pairs.reduce((sum, pair) => sum + chargeChange(pair), 0)).toBe(137 - 155);
});

it('pairs two lines of one service one by one', () => {
  const pairs = pairCharges([line('plan', 1), line('plan', 2)], [line('plan', 3)]);
  expect(pairs.map(({ previous }) => previous?.gross ?? null)).toEqual([3, null]);
});
