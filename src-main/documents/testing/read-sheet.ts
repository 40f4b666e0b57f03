import { readParts } from './read-xlsx';

/** Test equipment: looks and heights of a workbook's sheet, which other programs' readers do not tell. */

/** The look of a cell as it stands in the table of styles. */
export function lookOf(workbook: Uint8Array, ref: string, sheet = 1): string {
  const part = readParts(workbook);
  const style = new RegExp(`<c r="${ref}" s="(\\d+)"`).exec(part(`xl/worksheets/sheet${sheet}.xml`))?.[1];
  const [, looks = ''] = part('xl/styles.xml').split('<cellXfs');
  return looks.match(/<xf [^>]*?(\/>|>.*?<\/xf>)/g)?.[Number(style)] ?? '';
}

/** Height of a row in points; null where it is the program's own. */
export function heightOf(workbook: Uint8Array, row: number, sheet = 1): number | null {
  const xml = readParts(workbook)(`xl/worksheets/sheet${sheet}.xml`);
  const height = new RegExp(`<row r="${row}" ht="([\\d.]+)"`).exec(xml)?.[1];
  return height === undefined ? null : Number(height);
}
