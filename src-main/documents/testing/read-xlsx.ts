import { type CellObject, read, utils, type WorkBook } from '@e965/xlsx';

/** Test equipment: workbooks as another program sees them. Not part of the program. */
export const readWorkbook = (bytes: Uint8Array): WorkBook =>
  read(bytes, { type: 'buffer', cellNF: true, cellHTML: false });

/** The XML of the parts that a workbook is made of, by their names in the archive. */
export function readParts(bytes: Uint8Array): (name: string) => string {
  const { files } = read(bytes, { type: 'buffer', bookFiles: true }) as WorkBook & {
    files: Record<string, { content: Uint8Array }>;
  };
  return (name) => Buffer.from(files[name]?.content ?? []).toString('utf8');
}

export function cellAt(book: WorkBook, sheet: string, ref: string): CellObject | undefined {
  return book.Sheets[sheet]?.[ref] as CellObject | undefined;
}

/** Every cell of a sheet with a formula. */
export function formulasOf(book: WorkBook, sheet: string): { ref: string; cell: CellObject }[] {
  const cells = Object.entries(book.Sheets[sheet] ?? {}) as [string, CellObject][];
  return cells.flatMap(([ref, cell]) => (!ref.startsWith('!') && cell.f ? [{ ref, cell }] : []));
}

const NAME = "(?:'((?:[^']|'')+)'!)?";
const SUM = new RegExp(`^(?:SUM\\(|SUBTOTAL\\(9,)${NAME}([A-Z]+\\d+:[A-Z]+\\d+)\\)$`);
const CELL = new RegExp(`^${NAME}([A-Z]+\\d+)$`);
const DIFFERENCE = /^ROUND\((ABS\()?([A-Z]+\d+)-([A-Z]+\d+)\)?,6\)$/;
const VERDICT = /^IF\(([A-Z]+\d+)=0,"([^"]*)","([^"]*)"\)$/;

/**
 * Calculates a cell anew, as a spreadsheet does after a change; knows the formulas that the writer uses.
 * @throws Error for a formula that it does not know, or one that needs itself
 */
export function calculate(book: WorkBook, sheet: string, ref: string, above: readonly string[] = []): number {
  const here = `${sheet}!${ref}`;
  if (above.includes(here)) throw new Error(`circular: ${[...above, here].join(' → ')}`);
  const cell = cellAt(book, sheet, ref);
  if (!cell?.f) return typeof cell?.v === 'number' ? cell.v : 0;
  const at = (name: string | undefined, one: string) =>
    calculate(book, name?.replaceAll("''", "'") ?? sheet, one, [...above, here]);

  const difference = DIFFERENCE.exec(cell.f);
  if (difference) {
    const [, unsigned, left = '', right = ''] = difference;
    const value = at(undefined, left) - at(undefined, right);
    return Number((unsigned ? Math.abs(value) : value).toFixed(6));
  }
  return cell.f.split('+').reduce((total, term) => {
    const one = CELL.exec(term);
    if (one) return total + at(one[1], one[2] as string);
    const sum = SUM.exec(term);
    if (!sum) throw new Error(`unknown formula ${cell.f}`);
    const { s, e } = utils.decode_range(sum[2] as string);
    let added = total;
    // «K4:K3» means the same as «K3:K4».
    for (let r = Math.min(s.r, e.r); r <= Math.max(s.r, e.r); r += 1)
      for (let c = s.c; c <= e.c; c += 1) added += at(sum[1], utils.encode_cell({ r, c }));
    return added;
  }, 0);
}

/** Decides a cell that is a word for «zero» or for anything else anew. @throws Error for another formula */
export function decide(book: WorkBook, sheet: string, ref: string): string {
  const [, of = '', zero = '', other = ''] = VERDICT.exec(cellAt(book, sheet, ref)?.f ?? '') ?? [];
  if (of === '') throw new Error(`no verdict in ${sheet}!${ref}`);
  return calculate(book, sheet, of) === 0 ? zero : other;
}
