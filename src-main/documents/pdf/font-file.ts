/** The parts of a TrueType file that a PDF needs. Only fonts of the program are read: no hostile input. */
export type FontFile = {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  bounds: readonly [number, number, number, number];
  italicAngle: number;
  /** Glyph of a code point; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** Advance width in font units. */
  advanceOf(glyph: number): number;
  leftBearingOf(glyph: number): number;
  /** Outline of a glyph; empty for blanks. */
  outlineOf(glyph: number): Uint8Array;
  /** A table as it stands in the file, or null. */
  table(tag: string): Uint8Array | null;
};

/** @throws Error when the file is not a TrueType font with outlines */
export function readFont(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { offset: number; length: number }>();
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  const start = (tag: string): number => {
    const table = tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table.offset;
  };
  const head = start('head');
  const hhea = start('hhea');
  const hmtx = start('hmtx');
  const loca = start('loca');
  const glyf = start('glyf');
  const os2 = start('OS/2');
  const longOffsets = view.getInt16(head + 50) === 1;
  const metricCount = view.getUint16(hhea + 34);
  const glyphs = readCharacterMap(view, start('cmap'));

  const outlineStart = (glyph: number): number =>
    longOffsets ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2;
  const metric = (glyph: number): number => hmtx + Math.min(glyph, metricCount - 1) * 4;

  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    capHeight: view.getUint16(os2) >= 2 ? view.getInt16(os2 + 88) : view.getInt16(hhea + 4),
    bounds: [
      view.getInt16(head + 36),
      view.getInt16(head + 38),
      view.getInt16(head + 40),
      view.getInt16(head + 42),
    ],
    italicAngle: view.getInt32(start('post') + 4) / 65_536,
    glyphOf: (codePoint) => glyphs.get(codePoint) ?? 0,
    advanceOf: (glyph) => view.getUint16(metric(glyph)),
    leftBearingOf: (glyph) =>
      glyph < metricCount
        ? view.getInt16(hmtx + glyph * 4 + 2)
        : view.getInt16(hmtx + metricCount * 4 + (glyph - metricCount) * 2),
    outlineOf: (glyph) => bytes.subarray(glyf + outlineStart(glyph), glyf + outlineStart(glyph + 1)),
    table(tag) {
      const table = tables.get(tag);
      return table ? bytes.subarray(table.offset, table.offset + table.length) : null;
    },
  };
}

const UNICODE = 0;
const WINDOWS = 3;

/** Reads the Unicode map: format 12 (all planes) before format 4 (the basic plane). */
function readCharacterMap(view: DataView, cmap: number): Map<number, number> {
  let best: { format: number; at: number } | null = null;
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const platform = view.getUint16(record);
    const encoding = view.getUint16(record + 2);
    const at = cmap + view.getUint32(record + 4);
    const format = view.getUint16(at);
    const unicode = platform === UNICODE || (platform === WINDOWS && (encoding === 1 || encoding === 10));
    if (unicode && (format === 4 || format === 12) && format > (best?.format ?? 0)) best = { format, at };
  }
  if (!best) throw new Error('the font has no Unicode character map');
  return best.format === 12 ? readGroups(view, best.at) : readSegments(view, best.at);
}

function readGroups(view: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    const first = view.getUint32(record);
    const last = view.getUint32(record + 4);
    const glyph = view.getUint32(record + 8);
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const doubled = view.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(at + 14 + segment);
    const first = view.getUint16(at + 16 + doubled + segment);
    const delta = view.getUint16(at + 16 + doubled * 2 + segment);
    const offsetAt = at + 16 + doubled * 3 + segment;
    const offset = view.getUint16(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code : view.getUint16(offsetAt + offset + (code - first) * 2);
      if (glyph > 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
  return glyphs;
}
