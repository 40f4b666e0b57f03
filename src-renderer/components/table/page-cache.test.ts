import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache';

type Request = { offset: number; limit: number; answer: (rows?: number[]) => void; fail: () => void };

function setup(rowCount: number, options: { maxPages?: number; concurrency?: number } = {}) {
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
  it('reads what is looked at first, then the neighbours, two at a time', async () => {
    const { cache, requests, settle } = setup(100);
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
