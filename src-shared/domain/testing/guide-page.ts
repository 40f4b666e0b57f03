import type { ChargeLine } from '../billing';
import { splitVat } from '../money';

/** Test equipment: the page «Начисления за май 2021» of the guide (§3.5), and lines like its own. */

export const chargeLine = (title: string, gross: number, rest: Partial<ChargeLine> = {}): ChargeLine => ({
  kind: 'service',
  code: title,
  title,
  days: null,
  durationS: null,
  count: null,
  monthlyGross: null,
  usage: null,
  vatRate: 25,
  localTax: 0,
  ...splitVat(gross, rest.vatRate ?? 25),
  ...rest,
});

export const GUIDE_LINES: readonly ChargeLine[] = [
  chargeLine('SIP 3000 минут в другие сети', 962_600),
  chargeLine('SIP-многоканальность', 708_445, { days: 27 }),
  chargeLine('План SIP-соединение', 578_584, { days: 27 }),
  chargeLine('Услуга Короткий номер', 751_210, { days: 27 }),
  chargeLine('Исходящие внутри сети', 0, { durationS: 420 }),
];

/** The same as it is printed, digit for digit: sum, rate, VAT, local tax, total. */
export const GUIDE_PAGE = [
  'SIP 3000 минут в другие сети 77,008 25% 19,252 0,00 96,26',
  'SIP-многоканальность 27 56,6756 25% 14,1689 0,00 70,8445',
  'План SIP-соединение 27 46,2867 25% 11,5717 0,00 57,8584',
  'Услуга Короткий номер 27 60,0968 25% 15,0242 0,00 75,121',
  'Исходящие внутри сети 00:07:00 0,00 25% 0,00 0,00 0,00',
  'Итого начислений по абоненту 240,0671 60,0168 0,00 300,0839',
];
