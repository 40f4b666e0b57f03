import { expect, it } from 'vitest';
import { unitPrice } from './rating';

it('works the price of a minute back from what was paid beyond the package', () => {
  expect(unitPrice({ service: 'voice', billedUnits: 120, packageS: 60, net: 1_000 })).toBe(1_000);
  expect(unitPrice({ service: 'voice', billedUnits: 60, packageS: 60, net: 0 })).toBeNull();
  expect(unitPrice({ service: 'sms', billedUnits: 3, packageS: 0, net: 1_500 })).toBe(500);
});

it('gives none where a correction left no paid time', () => {
  expect(unitPrice({ service: 'voice', billedUnits: 0, packageS: 0, net: -500 })).toBeNull();
});
