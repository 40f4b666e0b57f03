import { CabinetError } from '../../src-shared/bridge/errors';
import { phoneMaskToLike } from '../../src-shared/domain/phone';

/** Text as it is searched: SQLite's own folding knows ASCII letters only. */
export const foldText = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** What was typed into a search box, as a condition over a number column and a column of folded text. */
export type SearchCondition = { sql: string; values: string[] };

/**
 * Digits and wildcards are a number mask (guide §3.1); text with letters is looked for inside names.
 * @returns null for empty text: no condition
 * @throws CabinetError mask-invalid
 */
export function searchCondition(
  typed: string,
  numberColumn: string,
  textColumn: string,
): SearchCondition | null {
  const text = typed.trim();
  if (text === '') return null;
  const like = phoneMaskToLike(text);
  if (like) return { sql: `${numberColumn} LIKE ?`, values: [like] };
  if (/\p{L}/u.test(text)) return { sql: `instr(${textColumn}, ?) > 0`, values: [foldText(text)] };
  throw new CabinetError('mask-invalid', { mask: text });
}
