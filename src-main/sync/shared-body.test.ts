import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharedLines } from './shared-body';

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let start = 0;
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(start, end);
    start = end;
  }
}

async function linesOf(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of sharedLines(body, 'getMonthFile')) {
    expect(line.buffer).toBeInstanceOf(SharedArrayBuffer);
    lines.push(line.toString());
  }
  return lines;
}

it('finds the same lines wherever the body is cut into pieces', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' '));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.array(fc.nat()),
      // The last line may have been cut off before its end.
      fc.string({ minLength: 1 }).map((text) => text.replaceAll('\n', ' ')),
      fc.boolean(),
      async (lines, cuts, rest, isCut) => {
        const body = Buffer.from(lines.map((one) => `${one}\n`).join('') + (isCut ? rest : ''));
        expect(await linesOf(inPieces(body, cuts))).toEqual(isCut ? [...lines, rest] : lines);
      },
    ),
  );
});

it('does not gather a line without an end', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield new Uint8Array(1024 * 1024);
  }
  await expect(linesOf(endless())).rejects.toMatchObject({
    code: 'operator-answer-malformed',
    params: { endpoint: 'getMonthFile' },
  });
});
