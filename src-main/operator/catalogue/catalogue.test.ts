import { describe, expect, it } from 'vitest';
import { formatRublesKopecks, splitVat } from '../../../src-shared/domain/money';
import { serviceOfferSchema } from '../../../src-shared/domain/subscriber-changes';
import { findOffer, offers } from './offers';
import { plans } from './plans';

describe('the catalogue', () => {
  it('has the guide’s packages of channels to the kopeck, and keeps the ten of before (guide §3.3)', () => {
    const packages = offers.filter(({ kind, planCodes }) => kind === 'channels' && planCodes.length > 0);
    expect(
      packages.map(({ channels, monthlyNet, monthlyGross }) => [
        channels,
        formatRublesKopecks(monthlyNet),
        formatRublesKopecks(monthlyGross),
      ]),
    ).toEqual([
      [5, '37 руб. 96 коп.', '47 руб. 45 коп.'],
      [20, '119 руб. 31 коп.', '149 руб. 14 коп.'],
      [30, '172 руб. 46 коп.', '215 руб. 58 коп.'],
      [145, '786 руб. 41 коп.', '983 руб. 01 коп.'],
      [150, '813 руб. 54 коп.', '1016 руб. 92 коп.'],
    ]);
    expect(findOffer('channels-10')).toMatchObject({ planCodes: [], monthlyGross: 813_400 });
  });

  it('holds together: known codes, conflicts both ways, nets within half a kopeck of the gross', () => {
    for (const offer of offers) {
      expect(serviceOfferSchema.parse(offer)).toEqual(offer);
      for (const code of [...offer.requires, ...offer.conflicts]) expect(findOffer(code)).toBeDefined();
      for (const code of offer.conflicts) expect(findOffer(code)?.conflicts).toContain(offer.code);
      // What is needed is there wherever the service is.
      for (const code of offer.requires) {
        expect(findOffer(code)?.planCodes).toEqual(expect.arrayContaining(offer.planCodes));
      }
      const { net } = splitVat(offer.monthlyGross, offer.vatRate);
      expect(Math.abs(offer.monthlyNet - net)).toBeLessThanOrEqual(50);
    }
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
    expect(new Set(offers.map(({ code }) => code)).size).toBe(offers.length);
  });

  it('allows the same services on all plans of numbers, so a change of plan ends none', () => {
    const numbers = plans.filter(({ offered }) => offered).map(({ code }) => code as string);
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    for (const { planCodes } of offers) {
      const allowed = numbers.filter((code) => planCodes.includes(code));
      expect([0, numbers.length]).toContain(allowed.length);
    }
  });
});
