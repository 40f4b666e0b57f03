import { expect, it } from 'vitest';
import type { ChargeLine } from '../../../src-shared/domain/billing';
import { explainLine } from './explain-line';

const base: ChargeLine = {
  kind: 'plan',
  code: 'plan',
  title: 'План SIP-соединение',
  days: 27,
  durationS: null,
  count: null,
  monthlyGross: 664_300,
  usage: null,
  vatRate: 25,
  net: 462_867,
  vat: 115_717,
  localTax: 0,
  gross: 578_584,
};

it('works a line of days out from its monthly price, as the guide’s page does', () => {
  expect(explainLine(base, '2021-05')).toEqual({
    kind: 'by-days',
    monthly: 664_300,
    days: 27,
    daysInMonth: 31,
    computed: base.gross,
  });
});

it('tells packages, traffic and single sums apart', () => {
  expect(explainLine({ ...base, kind: 'package', days: null }, '2021-05').kind).toBe('whole');
  expect(explainLine({ ...base, kind: 'correction', days: null, monthlyGross: null }, '2021-05').kind).toBe(
    'once',
  );
  const usage = { direction: 'out', service: 'voice', zone: 'cis' } as const;
  expect(explainLine({ ...base, kind: 'usage', days: null, monthlyGross: null, usage }, '2021-05')).toEqual({
    kind: 'usage',
    usage,
  });
});
