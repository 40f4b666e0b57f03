import '../../i18n/all-words';
import { expect, it } from 'vitest';
import { translator } from '../../i18n/translate';
import { packageWords } from './channel-package';

it('a package is told with its price in the words of the language', () => {
  const telephony = {
    line: null,
    packages: [],
    current: { code: 'channels-20', channels: 20, monthlyGross: 1_491_400, changedAt: 0 },
    closedUntil: null,
    asOf: null,
  };
  expect(packageWords(telephony, translator.ru)).toBe(
    'SIP-многоканальность 20 (стоимость в месяц, с НДС - 149 руб. 14 коп.)',
  );
  expect(packageWords(telephony, translator.en)).toBe(
    'SIP channels 20 (price a month, VAT included: 149 rub. 14 kop.)',
  );
});
