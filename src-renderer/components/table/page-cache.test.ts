import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache';

type Request = { offset: number; limit: number; answer: (rows?: number[]) => void; fail: () => void };

function setup(
  rowCount: number,
  options: { maxPages?: number; concurrency?: number; onChange?: () => void } = {},
) {
  const requests: Request[] = [];
  const cache = new PageCache<number>({
    rowCount,
    pageSize: 10,
    onChange: () => undefined,
    fetchRows: (offset, limit) =>
      new Promise((resolve, reject) => {
        requests.push({
          offset,
          limit,
          answer: (rows) => resolve(rows ?? Array.from({ length: limit }, (_, i) => offset + i)),
          fail: () => reject(new Error('offline')),
        });
      }),
    ...options,
  });
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { cache, requests, settle };
}

describe('page cache', () => {
  it('tells when another place is looked at that has another fault, or none', async () => {
    let told = 0;
    const { cache, requests, settle } = setup(1000, { concurrency: 1, onChange: () => told++ });
    cache.want(0, 10);
    requests[0]?.fail();
    await settle();
    expect(cache.failure).toEqual(new Error('offline'));
    const before = told;
    cache.want(0, 8);
    expect(told).toBe(before);
    cache.want(500, 510);
    expect(cache.failure).toBeNull();
    expect(told).toBe(before + 1);
  });

  it('reads what is looked at first, then the neighbours, two at a time', async () => {
    const { cache, requests, settle } = setup(100, { concurrency: 2 });
    cache.want(42, 58);
    expect(requests.map((r) => r.offset)).toEqual([40, 50]);
    requests[0]?.answer();
    await settle();
    expect(requests.map((r) => r.offset)).toEqual([40, 50, 60]);
    expect(cache.row(42)).toBe(42);
    expect(cache.row(55)).toBeUndefined();
  });

  it('forgets pages that were scrolled past before their request began', async () => {
    const { cache, requests, settle } = setup(1000, { concurrency: 1 });
    cache.want(0, 10);
    cache.want(300, 310);
    cache.want(900, 910);
    requests[0]?.answer();
    await settle();
    expect(requests.map((r) => r.offset)).toEqual([0, 900]);
  });

  it('reads ahead where scrolling goes, only what its steps lead to, and beside after a jump', () => {
    const asked = (...firsts: number[]) => {
      const { cache, requests } = setup(10_000, { concurrency: 99 });
      for (const first of firsts.slice(0, -1)) cache.want(first, first + 10);
      const before = requests.length;
      cache.want(firsts.at(-1) ?? 0, (firsts.at(-1) ?? 0) + 10);
      return requests.slice(before).map(({ offset }) => offset);
    };
    expect(asked(2000, 2001)).toEqual([2020]);
    expect(asked(2000, 2005)).toEqual([2020, 2030, 2040, 2050]);
    expect(asked(2000, 2000, 1999)).toEqual([1980]);
    expect(asked(2000, 1960)).toEqual([1960, 1920, 1880, 1840, 1800, 1760, 1720, 1680, 1640]);
    expect(asked(2000, 7000)).toEqual([7000, 7010, 6990]);
  });

  it('tells of rows that are looked at, not of those read ahead', async () => {
    let told = 0;
    const { cache, requests, settle } = setup(1000, { onChange: () => (told += 1) });
    cache.want(100, 110);
    requests[0]?.answer();
    await settle();
    expect(told).toBe(1);
    requests[1]?.answer();
    await settle();
    expect(told).toBe(1);
    expect(cache.row(110)).toBe(110);
  });

  it('asks the last page for no more rows than there are', () => {
    const { cache, requests } = setup(25, { concurrency: 1 });
    cache.want(20, 25);
    expect(requests[0]).toMatchObject({ offset: 20, limit: 5 });
  });

  it('keeps the most recently used pages', async () => {
    const { cache, requests, settle } = setup(1000, { maxPages: 3, concurrency: 1 });
    for (const at of [0, 200, 400, 600]) {
      cache.want(at, at + 10);
      for (let round = 0; round < 4; round++) {
        for (const request of requests) request.answer();
        await settle();
      }
    }
    expect(cache.row(0)).toBeUndefined();
    expect(cache.row(600)).toBe(600);
  });

  it('shows old rows until the refreshed ones arrive and drops answers of the older state', async () => {
    const { cache, requests, settle } = setup(10);
    cache.want(0, 10);
    requests[0]?.answer();
    await settle();
    cache.refresh(10);
    expect(cache.row(3)).toBe(3);
    cache.refresh(10);
    requests[1]?.answer([-1, -1, -1, -1]);
    await settle();
    expect(cache.row(3)).toBe(3);
    requests[2]?.answer(Array.from({ length: 10 }, (_, i) => i + 100));
    await settle();
    expect(cache.row(3)).toBe(103);
  });

  it('hides rows past the end after a refresh to fewer rows', async () => {
    const { cache, requests, settle } = setup(10);
    cache.want(0, 10);
    requests[0]?.answer();
    await settle();
    cache.refresh(4);
    expect(cache.row(3)).toBe(3);
    expect(cache.row(4)).toBeUndefined();
  });

  it('tells of a failed page, does not hammer it, and reads it on retry', async () => {
    const { cache, requests, settle } = setup(10);
    cache.want(0, 10);
    requests[0]?.fail();
    await settle();
    expect(cache.failure).toBeInstanceOf(Error);
    cache.want(0, 10);
    expect(requests).toHaveLength(1);
    cache.retry();
    expect(cache.failure).toBeNull();
    requests[1]?.answer();
    await settle();
    expect(cache.row(0)).toBe(0);
  });

  it('asks for nothing more once nobody looks', async () => {
    const { cache, requests, settle } = setup(100, { concurrency: 1 });
    cache.want(0, 10);
    cache.rest();
    requests[0]?.answer();
    await settle();
    expect(requests).toHaveLength(1);
    cache.want(0, 10);
    expect(cache.row(3)).toBe(3);
    expect(requests.map((r) => r.offset)).toEqual([0, 10]);
  });
});
