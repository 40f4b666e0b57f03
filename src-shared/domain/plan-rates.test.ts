import { describe, expect, it } from 'vitest';
import type { PlanRate } from './account';
import { priceByRate } from './plan-rates';

const minute = (gross: number, minimumS: number, stepS: number): PlanRate => ({
  service: 'voice',
  zone: 'mobile',
  gross,
  per: 'minute',
  minimumS,
  stepS,
});

describe('priceByRate', () => {
  it.each([
    // 60/1: a minute at least, then by seconds.
    [minute(1_450, 60, 1), 1, 1_450],
    [minute(1_450, 60, 1), 60, 1_450],
    [minute(1_450, 60, 1), 61, 1_474],
    // 60/60: whole minutes.
    [minute(23_500, 60, 60), 61, 47_000],
    [minute(23_500, 60, 60), 120, 47_000],
    // Half away from zero: 65 · 30 / 60 = 32,5.
    [minute(65, 1, 1), 30, 33],
    // A step of zero cannot be meant; seconds are.
    [minute(600, 0, 0), 7, 70],
  ])('%o, %i seconds: %i', (rate, seconds, price) => {
    expect(priceByRate(rate, seconds)).toBe(price);
  });

  it('charges parts of messages, and nothing for what did not last or is not listed', () => {
    const part: PlanRate = { ...minute(966, 0, 0), service: 'sms', per: 'part' };
    expect(priceByRate(part, 3)).toBe(2_898);
    expect(priceByRate(minute(1_450, 60, 1), 0)).toBe(0);
    expect(priceByRate(undefined, 600)).toBe(0);
  });
});
