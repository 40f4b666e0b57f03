import type { FontFile } from './font-file';

const HEAD_LENGTH = 54;
const CHECKSUM_BASE = 0xb1b0afba;

// Flags of a part of a composite glyph.
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/**
 * A TrueType font with only these glyphs, numbered as they stand in the list; parts of composite glyphs follow.
 * The first must be 0, the sign for what the font does not have.
 */
export function subsetFont(font: FontFile, glyphs: readonly number[]): Buffer {
  const all = [...glyphs];
  const outlines: Buffer[] = [];
  // `all` grows while composite glyphs bring in their parts.
  for (let index = 0; index < all.length; index += 1) {
    outlines.push(renumberParts(font.outlineOf(all[index] as number), all));
  }
  const glyf = Buffer.concat(outlines.map(padded));
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  const hmtx = Buffer.alloc(outlines.length * 4);
  let offset = 0;
  outlines.forEach((outline, index) => {
    const glyph = all[index] as number;
    hmtx.writeUInt16BE(font.advanceOf(glyph), index * 4);
    hmtx.writeInt16BE(font.leftBearingOf(glyph), index * 4 + 2);
    offset += padded(outline).length;
    loca.writeUInt32BE(offset, (index + 1) * 4);
  });

  const head = copyOf(font, 'head').subarray(0, HEAD_LENGTH);
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = copyOf(font, 'hhea');
  hhea.writeUInt16BE(outlines.length, 34);
  const maxp = copyOf(font, 'maxp');
  maxp.writeUInt16BE(outlines.length, 4);

  const tables: [string, Buffer][] = [
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ];
  for (const tag of ['cvt ', 'fpgm', 'prep']) {
    const table = font.table(tag);
    if (table) tables.push([tag, Buffer.from(table)]);
  }
  return joinTables(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function copyOf(font: FontFile, tag: string): Buffer {
  const table = font.table(tag);
  if (!table) throw new Error(`the font has no table ${tag}`);
  return Buffer.from(table);
}

/** A copy of the outline; parts of a composite one get their new numbers, new parts are added to the list. */
function renumberParts(source: Uint8Array, all: number[]): Buffer {
  const outline = Buffer.from(source);
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return outline;
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    const part = outline.readUInt16BE(at + 2);
    let index = all.indexOf(part);
    if (index < 0) index = all.push(part) - 1;
    outline.writeUInt16BE(index, at + 2);
    at += flags & WORDS ? 8 : 6;
    if (flags & SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
  }
  return outline;
}

function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function joinTables(tables: readonly [string, Buffer][]): Buffer {
  const count = tables.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + count * 16);
  directory.writeUInt32BE(0x0001_0000, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((count - power) * 16, 10);
  const bodies: Buffer[] = [];
  let headAt = 0;
  let offset = directory.length;
  tables.forEach(([tag, table], index) => {
    const body = padded(table);
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    if (tag === 'head') headAt = offset;
    bodies.push(body);
    offset += body.length;
  });
  const file = Buffer.concat([directory, ...bodies]);
  file.writeUInt32BE((CHECKSUM_BASE - checksum(file)) >>> 0, headAt + 8);
  return file;
}
