import { CHUNK_CODES, CHUNKS, CODES, eachGram, type GramRange } from './grams';

/** A record as the index of numbers knows it. */
export type NumberedCall = [id: number, startedAt: number, party: string];

type Chunk = Uint8Array<ArrayBuffer>;

/** A piece that more than one record in so many has is not worth looking up: reading all of them is as fast. */
const COMMON_SHARE = 64;
const FEW = 16;
/** In place of the count of a piece's records: too many to be listed. */
const COMMON = 0;

/**
 * Ids of records by the pieces of their numbers, as one blob per chunk: distance of the code to the one before, how many ids,
 * distances of the ids; all as numbers of 7 bits a byte. The first id is a distance from `base`.
 * @param calls by rising id, the first one not below `base`
 * @param mayOmit whether ids of pieces that nearly all numbers have may be left out
 */
export function encodeChunks(calls: readonly NumberedCall[], base: number, mayOmit: boolean): Chunk[] {
  const { starts, places } = sortByGram(calls);
  const mostListed = mayOmit ? Math.max(FEW, Math.floor(calls.length / COMMON_SHARE)) : calls.length;
  const chunks: Chunk[] = [];
  const out = createBytes();
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    out.clear();
    let before = chunk * CHUNK_CODES;
    for (let code = before; code < (chunk + 1) * CHUNK_CODES; code++) {
      const from = starts[code] as number;
      const to = starts[code + 1] as number;
      if (from === to) continue;
      out.put(code - before);
      before = code;
      if (to - from > mostListed) {
        out.put(COMMON);
        continue;
      }
      out.put(to - from);
      let last = base;
      for (let at = from; at < to; at++) {
        const [id] = calls[places[at] as number] as NumberedCall;
        out.put(id - last);
        last = id;
      }
    }
    chunks.push(out.copy());
  }
  return chunks;
}

/** Places of the records in the order of their pieces: those of a code are from its start to that of the next one. */
function sortByGram(calls: readonly NumberedCall[]): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(CODES + 1);
  // A piece counts once a record, however often its number has it: the place, from one on, that had it last.
  const latest = new Uint32Array(CODES);
  const codes: number[] = [];
  const ends: number[] = [];
  let place = 0;
  const note = (code: number) => {
    if (latest[code] === place) return;
    latest[code] = place;
    codes.push(code);
    starts[code + 1] = (starts[code + 1] as number) + 1;
  };
  for (const [, , party] of calls) {
    place++;
    eachGram(party, note);
    ends.push(codes.length);
  }
  for (let code = 0; code < CODES; code++) {
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  }
  const places = new Uint32Array(codes.length);
  const next = starts.slice();
  let at = 0;
  for (const [own, end] of ends.entries()) {
    for (; at < end; at++) {
      const code = codes[at] as number;
      const to = next[code] as number;
      places[to] = own;
      next[code] = to + 1;
    }
  }
  return { starts, places };
}

/**
 * Ids of the records that have a piece of the range, each at least once, in no order.
 * @returns null when a piece of it is too common to be listed
 */
export function decodeIds(chunk: Uint8Array, range: GramRange, base: number): number[] | null {
  const ids: number[] = [];
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = chunk[at++] as number;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  };
  let code = Math.floor(range.first / CHUNK_CODES) * CHUNK_CODES;
  while (at < chunk.length) {
    code += take();
    if (code > range.last) break;
    const count = take();
    const wanted = code >= range.first;
    if (wanted && count === COMMON) return null;
    let id = base;
    for (let one = 0; one < count; one++) {
      id += take();
      if (wanted) ids.push(id);
    }
  }
  return ids;
}

/** Bytes that grow; numbers from 0 to 2⁵³, hence no operators of 32 bits. */
function createBytes() {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  return {
    clear() {
      length = 0;
    },
    put(value: number): void {
      if (length + 8 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      let rest = value;
      while (rest >= 128) {
        bytes[length++] = (rest % 128) + 128;
        rest = Math.floor(rest / 128);
      }
      bytes[length++] = rest;
    },
    copy: (): Chunk => bytes.slice(0, length),
  };
}
