import type { Where } from './cdr-filter';

/** A part of all other parties: those that end in these digits. `splits`: false where it cannot be cut further. */
export type PartyPart = { ending: string; splits: boolean; where: Where };

const DIGITS = [...'0123456789'];

export const ALL_PARTIES: PartyPart = { ending: '', splits: true, where: { sql: '1', values: [] } };

/** The same parties in eleven parts: by the digit before the ending, and those that have none there. */
export function splitParties({ ending }: PartyPart): PartyPart[] {
  const length = ending.length + 1;
  const longer = DIGITS.map((digit) => `${digit}${ending}`);
  const others: Where = {
    sql: `substr(party, ?) = ? AND substr(party, ?) NOT IN (${longer.map(() => '?').join(', ')})`,
    values: [-ending.length, ending, -length, ...longer],
  };
  return [
    ...longer.map((one) => ({
      ending: one,
      splits: true,
      where: { sql: 'substr(party, ?) = ?', values: [-length, one] },
    })),
    { ending, splits: false, where: ending === '' ? withoutDigit(longer) : others },
  ];
}

const withoutDigit = (digits: readonly string[]): Where => ({
  sql: `substr(party, -1) NOT IN (${digits.map(() => '?').join(', ')})`,
  values: [...digits],
});
