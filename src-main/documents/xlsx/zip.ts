import { crc32 } from 'node:zlib';
import { type Instant, minskTime } from '../../../src-shared/domain/period';
import { deflatePiece, END_OF_DEFLATE } from '../deflate';
import type { Sink } from '../model';
import { createOrderedQueue } from '../ordered-queue';
import { createTextBuffers } from './text-buffers';

/** Spreadsheet XML shrinks tenfold at any level; higher ones cost more time than they save place. */
const LEVEL = 3;
const PIECES_AT_ONCE = 4;
/** Sizes follow the data: they are not known when an entry begins. Names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const METHOD_DEFLATE = 8;
const MAX_SIZE = 0xffff_ffff;

type Entry = { name: Buffer; crc: number; packed: number; size: number; offset: number };

export type Zip = {
  /** Adds an entry whose text comes in pieces. The one before must be complete. */
  add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void>;
  finish(): void;
};

/** Writes a ZIP file from front to back, entry by entry; memory does not grow with it. */
export function createZip(target: Sink, modified: Instant): Zip {
  const entries: Entry[] = [];
  const stamp = dosTime(modified);
  const buffers = createTextBuffers();
  let position = 0;

  function write(bytes: Uint8Array): void {
    target.write(bytes);
    position += bytes.length;
  }

  return {
    async add(name, pieces) {
      const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: position };
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(VERSION, 4);
      header.writeUInt16LE(FLAGS, 6);
      header.writeUInt16LE(METHOD_DEFLATE, 8);
      header.writeUInt32LE(stamp, 10);
      header.writeUInt16LE(entry.name.length, 26);
      write(Buffer.concat([header, entry.name]));

      const began = position;
      const queue = createOrderedQueue<Buffer>(PIECES_AT_ONCE, write);
      for await (const piece of pieces) {
        const bytes = buffers.fill(piece);
        entry.crc = crc32(bytes, entry.crc);
        entry.size += bytes.length;
        await queue.add(deflatePiece(bytes, LEVEL).finally(() => buffers.giveBack(bytes)));
      }
      await queue.drain();
      write(END_OF_DEFLATE);
      entry.packed = position - began;

      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      writeSizes(descriptor, 4, entry);
      write(descriptor);
      entries.push(entry);
    },

    finish() {
      const began = position;
      for (const entry of entries) {
        const header = Buffer.alloc(46);
        header.writeUInt32LE(0x02014b50, 0);
        header.writeUInt16LE(VERSION, 4);
        header.writeUInt16LE(VERSION, 6);
        header.writeUInt16LE(FLAGS, 8);
        header.writeUInt16LE(METHOD_DEFLATE, 10);
        header.writeUInt32LE(stamp, 12);
        writeSizes(header, 16, entry);
        header.writeUInt16LE(entry.name.length, 28);
        header.writeUInt32LE(checkedSize(entry.offset), 42);
        write(Buffer.concat([header, entry.name]));
      }
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(entries.length, 8);
      end.writeUInt16LE(entries.length, 10);
      end.writeUInt32LE(position - began, 12);
      end.writeUInt32LE(checkedSize(began), 16);
      write(end);
    },
  };
}

function writeSizes(target: Buffer, offset: number, entry: Entry): void {
  target.writeUInt32LE(entry.crc, offset);
  target.writeUInt32LE(checkedSize(entry.packed), offset + 4);
  target.writeUInt32LE(checkedSize(entry.size), offset + 8);
}

/** Larger files would need ZIP64, which spreadsheets read unevenly; sheets are split long before that. */
function checkedSize(size: number): number {
  if (size > MAX_SIZE) throw new RangeError('the file is larger than a ZIP may be');
  return size;
}

/** Date and time as DOS packs them, in Minsk time. */
function dosTime(at: Instant): number {
  const { year, month, day, hour, minute, second } = minskTime(at);
  const date = (Math.max(0, year - 1980) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  return ((date << 16) | time) >>> 0;
}
