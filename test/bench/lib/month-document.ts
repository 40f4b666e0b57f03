import { join } from 'node:path';
import { directionWords, statusWords, zoneWords } from '../../../src-main/cabinet/exports/cdr-words';
import { directionCodes, statusCodes, zoneCodes } from '../../../src-main/store/codes';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';

/** The month into which the calls of a document are moved, so that a document has any wanted number of rows. */
export const MONTH = '2021-04';

/** Ten columns of «Детализация»; every writer gets exactly these. */
export const MONTH_REQUEST = {
  kind: 'cdrs',
  filter: { subscriberId: null, month: MONTH, direction: 'both' },
  sort: { column: 'startedAt', descending: false },
  columns: [
    'subscriber',
    'startedAt',
    'direction',
    'party',
    'zone',
    'status',
    'durationS',
    'net',
    'vat',
    'gross',
  ],
} satisfies DocumentRequest;

/** Words by the numbers under which a column keeps them. */
function wordsOf<Word extends string>(
  column: string,
  words: Readonly<Record<Word, string>>,
  { code }: { code(word: Word): number },
): string {
  const cases = (Object.keys(words) as Word[]).map((word) => `WHEN ${code(word)} THEN '${words[word]}'`);
  return `CASE c.${column} ${cases.join(' ')} END`;
}

const money = (sql: string): string => `replace(printf('%.4f', (${sql}) / 10000.0), '.', ',')`;

/** The same table by a peer's SQL, formatted as our CSV is. */
export const MONTH_CSV_SQL = `SELECT s.number,
  strftime('%d.%m.%Y %H:%M:%S', c.started_at / 1000 + 10800, 'unixepoch'),
  ${wordsOf('direction', directionWords, directionCodes)}, c.party, ${wordsOf('zone', zoneWords, zoneCodes)},
  ${wordsOf('status', statusWords, statusCodes)},
  printf('%02d:%02d:%02d', c.duration_s / 3600, c.duration_s / 60 % 60, c.duration_s % 60),
  ${money('c.net')}, ${money('c.gross - c.net')}, ${money('c.gross')}
  FROM cdrs c LEFT JOIN subscribers s ON s.id = c.subscriber_id ORDER BY c.started_at, c.direction, c.id`;

export const MADE_AT = Date.UTC(2021, 4, 10, 9);

/** What a task that writes a document is told. */
export type WriteInput = { cache: string; target: string; format: 'xlsx' | 'csv' | 'pdf' };

export const fontFolder = (): string => join(process.cwd(), 'resources', 'fonts');
