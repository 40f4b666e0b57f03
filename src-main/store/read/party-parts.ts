import { type Where, whereBoth } from './cdr-filter';

/** A part of all other parties: those that end in these digits. `splits`: false where it cannot be cut further. */
export type PartyPart = { ending: string; splits: boolean; where: Where };

const DIGITS = [...'0123456789'];

export const ALL_PARTIES: PartyPart = { ending: '', splits: true, where: { sql: '1', values: [] } };

/** The same parties in eleven parts: by the digit before the ending, and those that have none there. */
export function splitParties(part: PartyPart): PartyPart[] {
  const end = -(part.ending.length + 1);
  const longer = DIGITS.map((digit) => `${digit}${part.ending}`);
  const noDigit: Where = {
    sql: `substr(party, ?) NOT IN (${longer.map(() => '?').join(', ')})`,
    values: [end, ...longer],
  };
  return [
    ...longer.map((ending) => ({
      ending,
      splits: true,
      where: { sql: 'substr(party, ?) = ?', values: [end, ending] },
    })),
    { ...part, splits: false, where: whereBoth(part.where, noDigit) },
  ];
}
