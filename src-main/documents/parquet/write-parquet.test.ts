import { expect, it } from 'vitest';
import { writeParquet } from './write-parquet';

it('hands a group of rows on before it takes the next ones in, however many there are', async () => {
  let written = 0;
  const writtenAt: number[] = [];
  const told: number[] = [];
  function* items(): Generator<number> {
    for (let item = 0; item < 50_000; item++) {
      if (item % 10_000 === 5_000) writtenAt.push(written);
      yield item;
    }
  }
  const sink = {
    write(bytes: Uint8Array) {
      written += bytes.length;
    },
  };
  const columns = [{ name: 'id', type: 'id', value: (item: number) => item }] as const;
  expect(await writeParquet(columns, items(), sink, (rows) => told.push(rows))).toBe(50_000);
  expect(told).toEqual([20_000, 40_000, 50_000]);
  const [none, stillNone, first = 0, stillFirst, second = 0] = writtenAt;
  expect([none, stillNone, stillFirst]).toEqual([0, 0, first]);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
  expect(written).toBeGreaterThan(second);
});
