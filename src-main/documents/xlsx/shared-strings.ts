import { cellText, XML_HEAD } from './xml';

/** Distinct texts kept in memory; rarer ones stand in their cells. */
const LIMIT = 20_000;
const PIECE = 5000;

/** The texts that cells refer to by number: small files, and quick to open. */
export type SharedStrings = {
  /** Number of the text, or −1 when there is no more room. */
  indexOf(text: string): number;
  pieces(): Generator<string>;
};

export function createSharedStrings(): SharedStrings {
  const numbers = new Map<string, number>();
  let uses = 0;
  return {
    indexOf(text) {
      let number = numbers.get(text);
      if (number === undefined) {
        if (numbers.size >= LIMIT) return -1;
        number = numbers.size;
        numbers.set(text, number);
      }
      uses += 1;
      return number;
    },
    *pieces() {
      yield `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${numbers.size}">`;
      let xml = '';
      let count = 0;
      for (const text of numbers.keys()) {
        xml += `<si>${textElement(text)}</si>`;
        count += 1;
        if (count % PIECE > 0) continue;
        yield xml;
        xml = '';
      }
      yield `${xml}</sst>`;
    },
  };
}

/** `<t>` with the text; spaces at its ends are kept. */
export function textElement(text: string): string {
  const words = cellText(text);
  return words === words.trim() ? `<t>${words}</t>` : `<t xml:space="preserve">${words}</t>`;
}
