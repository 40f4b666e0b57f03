/**
 * Money of the Belarusian ruble as integers of 1/10000 BYN.
 *
 * Charge lines of the operator carry four decimals; bills and payments carry two (kopecks).
 * One integer unit serves both, sums stay exact up to 900 billion BYN, and no float ever appears.
 */
export type Money = number;

/** Units in one ruble. */
export const UNITS_PER_RUBLE = 10_000;
/** Units in one kopeck. */
export const UNITS_PER_KOPECK = 100;

/**
 * Divides integers and rounds half away from zero (arithmetical rounding).
 * The only rounding rule of the program. Exact for every safe integer.
 * @throws RangeError when the divisor is not a positive integer or an operand is not a safe integer.
 */
export function divideRounded(numerator: number | bigint, divisor: number | bigint): number {
  const n = toBigInt(numerator);
  const d = toBigInt(divisor);
  if (d <= 0n) throw new RangeError('divisor must be positive');
  const magnitude = n < 0n ? -n : n;
  const rounded = (magnitude * 2n + d) / (d * 2n);
  return Number(n < 0n ? -rounded : rounded);
}

function toBigInt(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return BigInt(value);
}

/** Parts of a price: what is paid, what of it is VAT, and the rest. */
export type VatSplit = { net: Money; vat: Money; gross: Money };

/**
 * Splits a gross price: net = gross ÷ (1 + rate), VAT = gross − net, both at 1/10000 BYN.
 * Gross is the master price of the operator (guide §3.5: the printed nets are not round, the grosses are).
 * @param ratePercent VAT rate in whole percent, as printed in the bill (25 for telecom services).
 */
export function splitVat(gross: Money, ratePercent: number): VatSplit {
  const net = divideRounded(BigInt(gross) * 100n, 100 + ratePercent);
  return { net, vat: gross - net, gross };
}

/**
 * Pro-rates a monthly price by days, rounded to 1/10000 BYN (guide §3.5: «… 27» = 27 days of the month).
 * @throws RangeError when days are negative or more than the month has.
 */
export function proRata(monthly: Money, days: number, daysInMonth: number): Money {
  if (!Number.isInteger(days) || days < 0 || days > daysInMonth) {
    throw new RangeError(`days ${days} outside 0…${daysInMonth}`);
  }
  return divideRounded(BigInt(monthly) * BigInt(days), daysInMonth);
}

/** Rounds to whole kopecks, half away from zero; the result is still in 1/10000 BYN. */
export function roundToKopecks(amount: Money): Money {
  return divideRounded(amount, UNITS_PER_KOPECK) * UNITS_PER_KOPECK;
}

const MINUS = '−';

/**
 * A charge amount as the guide prints it: two to four decimals, trailing zeros dropped, decimal comma,
 * no thousands separator («77,008», «96,26», «0,00»; guide §3.5).
 */
export function formatCharge(amount: Money): string {
  const { sign, rubles, fraction } = parts(amount);
  return `${sign}${rubles},${chargeDecimals(fraction)}`;
}

/** A charge amount in a column: as in the guide, with thousands by a narrow space («1 077,008»). */
export function formatGroupedCharge(amount: Money): string {
  const { sign, rubles, fraction } = parts(amount);
  return `${sign}${groupThousands(rubles)},${chargeDecimals(fraction)}`;
}

/** A charge amount as other programs read it: decimal comma, plain minus, no grouping («-1077,008»). */
export function plainCharge(amount: Money): string {
  return formatCharge(amount).replace(MINUS, '-');
}

/** A whole number with thousands by a narrow space and a true minus («−1 016»). */
export function formatInteger(value: number): string {
  return `${value < 0 ? MINUS : ''}${groupThousands(String(Math.abs(value)))}`;
}

/** A sum with exactly two decimals, rounded to kopecks, thousands by a narrow space («1 016,92»). */
export function formatSum(amount: Money): string {
  const { sign, rubles, fraction } = parts(roundToKopecks(amount));
  return `${sign}${groupThousands(rubles)},${fraction.slice(0, 2)}`;
}

/** A sum as the cabinet says it: «1016 руб. 92 коп.» (guide §2.1, §3.3), rounded to kopecks. */
export function formatRublesKopecks(amount: Money): string {
  const { sign, rubles, fraction } = parts(roundToKopecks(amount));
  return `${sign}${rubles} руб. ${fraction.slice(0, 2)} коп.`;
}

function parts(amount: Money): { sign: string; rubles: string; fraction: string } {
  const magnitude = Math.abs(amount);
  return {
    sign: amount < 0 ? MINUS : '',
    rubles: String(Math.floor(magnitude / UNITS_PER_RUBLE)),
    fraction: String(magnitude % UNITS_PER_RUBLE).padStart(4, '0'),
  };
}

function chargeDecimals(fraction: string): string {
  if (!fraction.endsWith('0')) return fraction;
  return fraction.endsWith('00') ? fraction.slice(0, 2) : fraction.slice(0, 3);
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/**
 * Reads an amount typed or printed by people: «1 016,92», «77.008», «−3,5», «12».
 * @returns the amount, or null when the text is not a number of at most four decimals.
 */
export function parseAmount(text: string): Money | null {
  const clean = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[−–-]/, '-');
  const match = /^(-?)(\d{1,11})(?:[.,](\d{1,4}))?$/.exec(clean);
  if (!match) return null;
  const [, sign, rubles = '0', fraction = ''] = match;
  const units = Number(rubles) * UNITS_PER_RUBLE + Number(fraction.padEnd(4, '0'));
  return sign === '-' && units !== 0 ? -units : units;
}

/** Sum of amounts. @throws RangeError when it leaves the range of exact integers. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0;
  for (const amount of amounts) total += amount;
  if (!Number.isSafeInteger(total)) throw new RangeError('the sum leaves the range of exact money');
  return total;
}
