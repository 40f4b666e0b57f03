import { subsetFont } from './font-subset';
import type { PdfFile, PdfId } from './pdf-file';
import type { PdfFont } from './pdf-font';

const PER_EM = 1000;
const NONSYMBOLIC = 32;
const STEM_REGULAR = 80;
const STEM_BOLD = 140;
/** Pairs in one block of a character map. */
const MAP_BLOCK = 100;

/** Writes the font with just the glyphs that were used; call when all pages are written. */
export function embedFont(
  file: PdfFile,
  id: PdfId,
  font: PdfFont,
  options: { postScriptName: string; bold: boolean },
): void {
  const glyphs = font.glyphs();
  const descendant = file.reserve();
  const descriptor = file.reserve();
  const program = file.reserve();
  const characters = file.reserve();
  const scale = (units: number): number => Math.round((units * PER_EM) / font.file.unitsPerEm);
  const name = `${subsetTag(glyphs)}+${options.postScriptName}`;
  const widths = glyphs.map((glyph) => scale(font.file.advanceOf(glyph)));
  const bounds = font.file.bounds.map(scale);

  file.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${characters} 0 R>>`,
  );
  file.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW ${PER_EM}/W[0[${widths.join(' ')}]]/CIDToGIDMap/Identity>>`,
  );
  file.object(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}/Flags ${NONSYMBOLIC}/FontBBox[${bounds.join(' ')}]/ItalicAngle ${font.file.italicAngle}/Ascent ${scale(font.file.ascent)}/Descent ${scale(font.file.descent)}/CapHeight ${scale(font.file.capHeight)}/StemV ${options.bold ? STEM_BOLD : STEM_REGULAR}/FontFile2 ${program} 0 R>>`,
  );
  const subset = subsetFont(font.file, glyphs);
  file.stream(program, subset, `/Length1 ${subset.length}`);
  file.stream(characters, characterMap(font.texts()));
}

/** Six letters that differ between subsets of the same font. */
function subsetTag(glyphs: readonly number[]): string {
  let state = 17;
  for (const glyph of glyphs) state = (Math.imul(state, 31) + glyph) >>> 0;
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (state % 26));
    state = Math.floor(state / 26);
    return letter;
  }).join('');
}

/** Glyph numbers to Unicode: what copying and searching give. */
function characterMap(texts: readonly string[]): string {
  const pairs = texts.flatMap((text, number) => {
    if (number === 0) return [];
    const utf16 = Buffer.from(text, 'utf16le').swap16().toString('hex');
    return [`<${number.toString(16).padStart(4, '0')}><${utf16}>`];
  });
  let blocks = '';
  for (let at = 0; at < pairs.length; at += MAP_BLOCK) {
    const block = pairs.slice(at, at + MAP_BLOCK);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
