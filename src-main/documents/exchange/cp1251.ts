const codes = new Map<string, number>();
const decoder = new TextDecoder('windows-1251');
for (let code = 0x80; code <= 0xff; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code);

/** Signs that the code page lacks and that have a plain twin. */
const TWINS: Record<string, string> = { '−': '-', '‑': '-', '\u202f': ' ', '\u2009': ' ', '‚': ',' };
const UNKNOWN = '?'.charCodeAt(0);

/** Text in the code page of Windows for Cyrillic; what it lacks becomes «?». */
export function encodeCp1251(text: string): Uint8Array {
  const bytes = [...text].map((character) => {
    const plain = TWINS[character] ?? character;
    const code = plain.codePointAt(0) ?? UNKNOWN;
    return code < 0x80 ? code : (codes.get(plain) ?? UNKNOWN);
  });
  return Uint8Array.from(bytes);
}
