/** Most bytes of UTF-8 that a unit of a string becomes. */
const MOST_BYTES = 3;

/** Buffers for texts on their way to compression, used again and again. */
export type TextBuffers = {
  /** The text as UTF-8; nobody else writes there before it is given back. */
  fill(text: string): Buffer;
  giveBack(bytes: Buffer): void;
};

/** A new buffer for every piece would wait for the garbage collector, which does not hurry for what lies outside of its heap. */
export function createTextBuffers(): TextBuffers {
  const free: ArrayBufferLike[] = [];
  return {
    fill(text) {
      const room = text.length * MOST_BYTES;
      let memory = free.pop();
      // One that is too small is forgotten: pieces are about as long as each other.
      if (!memory || memory.byteLength < room) memory = Buffer.allocUnsafeSlow(room).buffer;
      const whole = Buffer.from(memory);
      return whole.subarray(0, whole.write(text, 'utf8'));
    },
    giveBack(bytes) {
      free.push(bytes.buffer);
    },
  };
}
