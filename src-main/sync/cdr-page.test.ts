import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cdr, cdrDirections, cdrServices, cdrStatuses, cdrZones } from '../../src-shared/domain/cdr';
import { endpoints } from '../../src-shared/operator-api/endpoints';
import { sampleCdrs } from '../store/testing/sample';
import { isCdrPage } from './cdr-page';

const { answer: schema } = endpoints.listCdrs;
type Fields = Record<string, unknown>;

/** Values at the edges of every rule, and such as stand in no rule. */
const strange = fc.oneof(
  fc.constantFrom<unknown[]>(
    null,
    true,
    false,
    -1,
    -0,
    0,
    1,
    1.5,
    100,
    101,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 53),
  ),
  fc.constantFrom<unknown[]>(
    '',
    '0',
    [],
    {},
    [1],
    1e308,
    '🎈'.repeat(40),
    '🎈'.repeat(41),
    '\ud83c'.repeat(41),
  ),
  fc.constantFrom<unknown[]>(
    ...cdrDirections,
    ...cdrServices,
    ...cdrZones,
    ...cdrStatuses,
    'Out',
    'constructor',
  ),
  fc.string({ unit: 'binary', minLength: 35, maxLength: 45 }),
  fc.string({ unit: 'binary', minLength: 195, maxLength: 205 }),
  fc.integer(),
  fc.double(),
);
const names = [
  ...Object.keys(sampleCdrs(1)[0] as Cdr),
  'recordedAt',
  'other',
  '__proto__',
  'constructor',
  'toString',
];
const pageNames = ['items', 'cursor', 'more', 'remaining', 'serverTime', 'other', '__proto__'];

/** Puts a value under a key as JSON does, «__proto__» too; undefined takes the key away. */
function changed(fields: Fields, key: string, value: unknown): Fields {
  const entries = Object.entries(fields).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? entries : [...entries, [key, value]]);
}

const cdrs = fc
  .array(fc.tuple(fc.nat(19), fc.constantFrom(...names), fc.option(strange, { nil: undefined })), {
    maxLength: 2,
  })
  .map((changes) => {
    const rows: Fields[] = sampleCdrs(20);
    for (const [at, key, value] of changes) rows[at] = changed(rows[at] as Fields, key, value);
    return rows;
  });
const page = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: cdrs },
      { weight: 1, arbitrary: fc.array(fc.jsonValue(), { maxLength: 3 }) },
    ),
    fc.option(fc.tuple(fc.constantFrom(...pageNames), fc.option(strange, { nil: undefined })), {
      nil: null,
      freq: 2,
    }),
  )
  .map(([items, change]) => {
    const whole: Fields = { items, cursor: 'c 1', more: true, remaining: 7, serverTime: 1_620_000_000_000 };
    return change ? changed(whole, ...change) : whole;
  });

it('accepts what the schema accepts and nothing else', () => {
  const found = { accepted: 0, refused: 0 };
  const agree = (json: unknown) => {
    const result = schema.safeParse(json);
    expect(isCdrPage(json)).toBe(result.success);
    if (result.success) expect(result.data).toEqual(json);
    found[result.success ? 'accepted' : 'refused']++;
  };
  fc.assert(fc.property(page, agree), { numRuns: 3000, seed: 20_210_510 });
  fc.assert(fc.property(fc.jsonValue(), agree), { numRuns: 200, seed: 20_210_510 });
  expect(found.accepted).toBeGreaterThan(300);
  expect(found.refused).toBeGreaterThan(1000);

  const [cdr] = sampleCdrs(1);
  const many = (count: number) => ({
    items: Array.from({ length: count }, () => cdr),
    cursor: 'c',
    more: false,
    remaining: 0,
    serverTime: 1,
  });
  agree(many(5000));
  agree(many(5001));
});
