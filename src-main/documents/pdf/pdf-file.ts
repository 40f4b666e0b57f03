import { createHash } from 'node:crypto';
import { deflateWhole } from '../deflate';
import type { Sink } from '../model';

const LEVEL = 4;
const FIRST_SCRATCH = 64 * 1024;

/** Number of an object of the file. */
export type PdfId = number;

/** A PDF file written from front to back; memory holds the places of its objects only. */
export type PdfFile = {
  /** A number to refer to before the object is written. */
  reserve(): PdfId;
  object(id: PdfId, body: string): void;
  /** A compressed stream; `entries` are further entries of its dictionary. */
  stream(id: PdfId, content: string | Uint8Array, entries?: string): void;
  /** Writes the table of objects and the end. */
  finish(root: PdfId, info: PdfId): void;
};

export function createPdfFile(sink: Sink): PdfFile {
  const offsets: number[] = [];
  const hash = createHash('sha256');
  let scratch = Buffer.allocUnsafe(FIRST_SCRATCH);
  let position = 0;
  let lastId = 0;

  function write(bytes: Uint8Array): void {
    sink.write(bytes);
    hash.update(bytes);
    position += bytes.length;
  }
  const writeText = (text: string) => write(bytesOf(text));

  /** The text's bytes until the next call: the pages of a long document would be more garbage than is collected. */
  function bytesOf(text: string): Uint8Array {
    if (scratch.length < text.length) scratch = Buffer.allocUnsafe(text.length * 2);
    return scratch.subarray(0, scratch.write(text, 'latin1'));
  }

  // The second line tells programs that the file is binary.
  writeText('%PDF-1.7\n%âãÏÓ\n');

  return {
    reserve() {
      lastId += 1;
      return lastId;
    },
    object(id, body) {
      offsets[id] = position;
      writeText(`${id} 0 obj\n${body}\nendobj\n`);
    },
    stream(id, content, entries = '') {
      const packed = deflateWhole(typeof content === 'string' ? bytesOf(content) : content, LEVEL);
      offsets[id] = position;
      writeText(`${id} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode${entries}>>\nstream\n`);
      write(packed);
      writeText('\nendstream\nendobj\n');
    },
    finish(root, info) {
      const tableAt = position;
      // The same document has the same identity, as it has the same bytes.
      const identity = hash.copy().digest('hex').slice(0, 32);
      let table = `xref\n0 ${lastId + 1}\n0000000000 65535 f \n`;
      for (let id = 1; id <= lastId; id += 1) {
        const offset = offsets[id];
        if (offset === undefined) throw new Error(`object ${id} was never written`);
        table += `${String(offset).padStart(10, '0')} 00000 n \n`;
      }
      writeText(
        `${table}trailer\n<</Size ${lastId + 1}/Root ${root} 0 R/Info ${info} 0 R/ID[<${identity}><${identity}>]>>\nstartxref\n${tableAt}\n%%EOF\n`,
      );
    },
  };
}

/** A text of the file's own fields, any writing. */
export function pdfText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex')}>`;
}

/** A number as PDF writes it: at most two places. */
export const pdfNumber = (value: number): string => String(Math.round(value * 100) / 100);
