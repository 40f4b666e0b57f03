import type { Pace } from '../slices';
import type { Ledger } from './ledger';

/** A document as it was made. */
export type NewFile = { name: string; mime: string; sha256: string; bytes: Uint8Array };
export type StoredFile = { name: string; mime: string; sha256: string; bytes: Buffer };

/** Documents that were sent or can be downloaded. */
export type FileStore = {
  /** Writes a file in small parts; it belongs to nothing until a letter or an order names its id. */
  add(file: NewFile, pace: Pace): Promise<number>;
  read(id: number): StoredFile | null;
  nameOf(id: number): string | null;
  /** Removes what belongs to nothing: orders of earlier demo data, and files whose letter never went out. */
  clean(): void;
};

/** One part is written well within a slice of the event loop. */
const PART_BYTES = 64 * 1024;

export function createFileStore({ db }: Ledger): FileStore {
  const addFile = db.prepare('insert into stored_file (name, mime, size, sha256) values (?, ?, ?, ?)');
  const addPart = db.prepare('insert into stored_file_part values (?, ?, ?)');
  const readFile = db.prepare<[number], Omit<StoredFile, 'bytes'>>(
    'select name, mime, sha256 from stored_file where id = ?',
  );
  const readParts = db
    .prepare<[number], Buffer>('select bytes from stored_file_part where file_id = ? order by part')
    .pluck();
  const readName = db.prepare<[number], string>('select name from stored_file where id = ?').pluck();

  return {
    add: async ({ name, mime, sha256, bytes }, pace) => {
      const id = Number(addFile.run(name, mime, bytes.byteLength, sha256).lastInsertRowid);
      for (let first = 0; first < bytes.byteLength; first += PART_BYTES) {
        addPart.run(id, first / PART_BYTES, bytes.subarray(first, first + PART_BYTES));
        await pace.rest();
      }
      return id;
    },
    read: (id) => {
      const file = readFile.get(id);
      return file ? { ...file, bytes: Buffer.concat(readParts.all(id)) } : null;
    },
    nameOf: (id) => readName.get(id) ?? null,
    clean: () => {
      db.exec(
        `delete from stored_file where id not in (select file_id from attachment)
         and id not in (select file_id from document_order where file_id is not null)`,
      );
    },
  };
}
