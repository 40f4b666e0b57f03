import type { CellType } from '../model';
import { XML_HEAD } from './xml';

/** Number formats; those from 164 on are the file's own. Excel shows their separators by the user's region. */
const FORMATS = {
  general: 0,
  text: 49,
  percent: 9,
  sum: 4,
  integer: 3,
  instant: 164,
  day: 165,
  month: 166,
  duration: 167,
  charge: 168,
  share: 169,
} as const;
const OWN_FORMATS: readonly [number, string][] = [
  [FORMATS.instant, 'dd\\.mm\\.yyyy\\ hh:mm:ss'],
  [FORMATS.day, 'dd\\.mm\\.yyyy'],
  [FORMATS.month, '[$-419]mmmm\\ yyyy'],
  [FORMATS.duration, '[hh]:mm:ss'],
  [FORMATS.charge, '#,##0.00##'],
  [FORMATS.share, '0.0'],
];
const FORMAT_OF: Record<CellType, number> = {
  text: FORMATS.general,
  phone: FORMATS.text,
  instant: FORMATS.instant,
  day: FORMATS.day,
  month: FORMATS.month,
  duration: FORMATS.duration,
  integer: FORMATS.integer,
  charge: FORMATS.charge,
  sum: FORMATS.sum,
  percent: FORMATS.percent,
  share: FORMATS.share,
};

/** Dates stand at the left, as on paper: at the right they would touch the texts of the next column. */
const LEFT: readonly CellType[] = ['text', 'phone', 'instant', 'day', 'month'];

type Look = {
  format: number;
  font: number;
  fill?: number;
  border?: number;
  align?: string;
  quoted?: boolean;
};

const REGULAR = 0;
const BOLD = 1;
const TITLE = 2;
const QUIET = 3;
const HEADER_FILL = 2;
const HEADER_BORDER = 1;
const TOTAL_BORDER = 2;

const looks: Look[] = [{ format: FORMATS.general, font: REGULAR }];
function look(one: Look): number {
  looks.push(one);
  return looks.length - 1;
}

const types = Object.keys(FORMAT_OF) as CellType[];
const perType = (make: (type: CellType) => Look) =>
  Object.fromEntries(types.map((type) => [type, look(make(type))])) as Record<CellType, number>;

/** Index of every look in the file's style table. */
export const styles = {
  title: look({ format: FORMATS.general, font: TITLE, align: 'vertical="top" wrapText="1"' }),
  quiet: look({ format: FORMATS.general, font: QUIET, align: 'vertical="top" wrapText="1"' }),
  heading: look({ format: FORMATS.general, font: BOLD, align: 'vertical="bottom"' }),
  strong: look({ format: FORMATS.text, font: BOLD, align: 'vertical="top" wrapText="1"' }),
  note: look({ format: FORMATS.text, font: QUIET, align: 'vertical="top" wrapText="1"' }),
  label: look({ format: FORMATS.general, font: QUIET, align: 'vertical="top"' }),
  value: look({ format: FORMATS.text, font: REGULAR, align: 'vertical="top" wrapText="1"' }),
  header: perType((type) => ({
    format: FORMATS.general,
    font: BOLD,
    fill: HEADER_FILL,
    border: HEADER_BORDER,
    align: `horizontal="${LEFT.includes(type) ? 'left' : 'center'}" vertical="center" wrapText="1"`,
  })),
  cell: perType((type) => ({
    format: FORMAT_OF[type],
    font: REGULAR,
    align: `${LEFT.includes(type) ? 'horizontal="left" ' : ''}vertical="top"`,
  })),
  /** A text of several lines. */
  long: look({ format: FORMATS.general, font: REGULAR, align: 'vertical="top" wrapText="1"' }),
  /** A text that begins like a formula: stays a text even when somebody edits the cell. */
  quoted: look({
    format: FORMATS.general,
    font: REGULAR,
    align: 'vertical="top" wrapText="1"',
    quoted: true,
  }),
  totalLabel: look({ format: FORMATS.general, font: BOLD, border: TOTAL_BORDER }),
  total: perType((type) => ({ format: FORMAT_OF[type], font: BOLD, border: TOTAL_BORDER })),
} as const;

const FONT = '<name val="Calibri"/><family val="2"/><charset val="204"/>';

/** The whole of `xl/styles.xml`. */
export function stylesXml(): string {
  const formats = OWN_FORMATS.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  return `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${formats.length}">${formats.join('')}</numFmts>
<fonts count="4"><font><sz val="10"/>${FONT}</font><font><b/><sz val="10"/>${FONT}</font>
<font><b/><sz val="14"/>${FONT}</font><font><sz val="10"/><color rgb="FF5F6368"/>${FONT}</font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFECEEF0"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>
<border><left/><right/><top/><bottom style="thin"><color rgb="FF80868B"/></bottom><diagonal/></border>
<border><left/><right/><top style="thin"><color rgb="FF80868B"/></top><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${looks.length}">${looks.map(lookXml).join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="0"/></styleSheet>`;
}

function lookXml({ format, font, fill = 0, border = 0, align, quoted }: Look): string {
  const applied = [
    format > 0 && ' applyNumberFormat="1"',
    font > 0 && ' applyFont="1"',
    fill > 0 && ' applyFill="1"',
    border > 0 && ' applyBorder="1"',
    align && ' applyAlignment="1"',
    quoted && ' quotePrefix="1"',
  ];
  const attributes = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied.filter(Boolean).join('')}`;
  return align ? `<xf ${attributes}><alignment ${align}/></xf>` : `<xf ${attributes}/>`;
}
