import { type CdrZone, cdrZones } from '../../../src-shared/domain/cdr';
import { mixSeed, Random } from './random';

/** A run of entries in the book of other parties. */
export type Pool = { start: number; size: number };

/**
 * The other parties of all calls. `texts` are ready to stand inside a JSON string (escaped, ASCII only,
 * so that pages stay one-byte strings).
 */
export type PartyBook = {
  texts: readonly string[];
  zones: readonly Pool[];
  /** Names that messages come from. */
  senders: Pool;
  hidden: number;
  conference: number;
};

const SHORT_CODES = ['150', '411', '185', '188', '7744', '2255', '5050', '6700', '7373', '8080'];
const SENDERS = [
  'A1',
  'BankInfo',
  'ERIP',
  'MNS',
  'Pochta',
  'Dostavka',
  'Kurier24',
  'Portal',
  'Kassa',
  'OOO-Sklad',
];
const HIDDEN = 'Номер скрыт';
const CONFERENCE = '0620';

// Subscriber numbers never begin with 0 in Belarus, so none of these belongs to anyone.
const ONNET = ['375290', '375440'];
const MOBILE = ['375330', '375250', '375330', '375290'];
const FIXED = ['375170', '375170', '375170', '3751620', '3752120', '3752320', '3751520', '3752220'];
const CIS = ['7495000', '7812000', '7900000', '77270000', '380440000', '998710000', '37410000', '994120000'];
// 44 7700 900 and 1 xxx 555 01 are kept for fiction; the rest have zeros where no subscriber begins.
const WORLD = [
  '447700900',
  '12125550',
  '48220000',
  '49300000',
  '37050000',
  '86100000',
  '90212000',
  '97140000',
];

const LENGTHS: Readonly<Record<string, number>> = { '7': 11, '1': 11 };

function numbers(
  random: Random,
  prefixes: readonly string[],
  size: number,
  digits: (prefix: string) => number,
) {
  const seen = new Set<string>();
  while (seen.size < size) {
    const prefix = random.pick(prefixes);
    const free = digits(prefix) - prefix.length;
    seen.add(prefix + String(random.below(10 ** free)).padStart(free, '0'));
  }
  return [...seen];
}

const belarusian = () => 12;
const foreign = (prefix: string) => LENGTHS[prefix.slice(0, 1)] ?? 12;

/** Makes the book of a company whose working day has so many records. */
export function createPartyBook(seed: number, perWorkday: number): PartyBook {
  const random = new Random(mixSeed(seed, 0x9a27));
  const size = Math.max(80, Math.round(Math.sqrt(perWorkday) * 14));
  const entries: Record<CdrZone, string[]> = {
    onnet: numbers(random, ONNET, size, belarusian),
    mobile: numbers(random, MOBILE, Math.round(size * 1.6), belarusian),
    fixed: numbers(random, FIXED, size, belarusian),
    cis: numbers(random, CIS, Math.round(size * 0.3), foreign),
    international: numbers(random, WORLD, Math.round(size * 0.25), foreign),
    special: SHORT_CODES,
  };
  const texts: string[] = [];
  const add = (items: readonly string[]): Pool => {
    const pool = { start: texts.length, size: items.length };
    texts.push(...items.map(escapeForJson));
    return pool;
  };
  const zones = cdrZones.map((zone) => add(entries[zone]));
  const senders = add(SENDERS);
  const hidden = add([HIDDEN]).start;
  const conference = add([CONFERENCE]).start;
  return { texts, zones, senders, hidden, conference };
}

const escapeForJson = (text: string): string =>
  text.replace(/[^ -~]|["\\]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The name as people read it. */
export function partyName(book: PartyBook, index: number): string {
  return JSON.parse(`"${book.texts[index] ?? ''}"`) as string;
}
