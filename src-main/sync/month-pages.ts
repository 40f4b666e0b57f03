import type { PackedCdrPage } from './cdr-page';
import type { CdrReader } from './read-page';

/** A month's file that is being taken in. */
export type ComingMonth = {
  /** Its next page of calls; null: that was the last. @throws CabinetError */
  next(reader: CdrReader): Promise<PackedCdrPage | null>;
  /** Nobody wants the rest. */
  stop(): void;
};

/**
 * The pages of a month's file, one a line; while one is read the next line comes in.
 * @param abort ends the request: an iteration that waits for bytes cannot be ended otherwise
 */
export function monthPages(
  lines: AsyncGenerator<Buffer, void>,
  readPage: (bytes: Buffer, reader: CdrReader) => Promise<PackedCdrPage>,
  abort: () => void,
): ComingMonth {
  let coming = ask();

  function ask() {
    const line = lines.next();
    // Met when the line is needed; until then it must not count as unhandled.
    line.catch(() => {});
    return line;
  }

  return {
    async next(reader) {
      const { done, value } = await coming;
      if (done) return null;
      coming = ask();
      return readPage(value, reader);
    },
    stop: abort,
  };
}
