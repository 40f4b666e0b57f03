import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIban, isBelarusianBic, isBelarusianIban, isSameBank, normalizeIban } from './iban';
import { isUnp, normalizeUnp } from './unp';

describe('УНП', () => {
  it.each([
    '200988541',
    '100320487',
    '600038906',
    '190658169',
    '191453533',
    '100217336',
    '591705582',
    'MA1953684',
    'KE7810709',
    'УНП 200988541',
    'МА1953684',
  ])('takes %s', (unp) => {
    expect(isUnp(unp)).toBe(true);
  });

  it.each(['200988542', '991705588', '711953681', '5917DDD82', 'M01953684', '', '20098854', '2009885411'])(
    'refuses «%s»',
    (unp) => {
      expect(isUnp(unp)).toBe(false);
    },
  );

  it('sees every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'200988541'].map(Number);
        digits[place] = ((digits[place] ?? 0) + shift) % 10;
        return !isUnp(digits.join(''));
      }),
    );
    expect(normalizeUnp('унп 200 988 541')).toBe('200988541');
  });
});

describe('IBAN and BIC', () => {
  const good = [
    'BY13 NBRB 3600 9000 0000 2Z00 AB00',
    'BY72ALFA30120000000000270000',
    'BY54PJCB30120000000000000933',
  ];

  it.each(good)('takes %s', (iban) => {
    expect(isBelarusianIban(iban)).toBe(true);
    expect(normalizeIban(formatIban(iban))).toBe(normalizeIban(iban));
  });

  it('refuses a changed character, another country and another length', () => {
    const iban = normalizeIban(good[1] ?? '');
    for (let place = 2; place < 28; place++) {
      const other = iban[place] === '7' ? '8' : '7';
      expect(isBelarusianIban(iban.slice(0, place) + other + iban.slice(place + 1))).toBe(false);
    }
    expect(isBelarusianIban('DE89370400440532013000')).toBe(false);
    expect(isBelarusianIban(`${iban}0`)).toBe(false);
  });

  it('knows a BIC and its bank', () => {
    expect(isBelarusianBic('ALFABY2X')).toBe(true);
    expect(isBelarusianBic('ALFARU2X')).toBe(false);
    expect(isSameBank('BY72ALFA30120000000000270000', 'ALFABY2X')).toBe(true);
    expect(isSameBank('BY72ALFA30120000000000270000', 'PJCBBY2X')).toBe(false);
  });
});
