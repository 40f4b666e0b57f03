import { afterEach, expect, it, vi } from 'vitest';
import { row } from '../../store/cache';
import { openSample, sampleCdrs, storeSample } from '../../store/testing/sample';
import { createNumberIndexing } from './index-numbers';

let sample: ReturnType<typeof openSample>;
afterEach(() => sample.close());

it('indexes numbers between syncs, not during one, and gives way to a closed account', async () => {
  sample = openSample();
  const { cache } = sample;
  const onFault = vi.fn();
  const syncRuns = createNumberIndexing(cache, onFault);
  const indexed = () =>
    row<{ n: number }>(cache, 'SELECT coalesce(sum(records), 0) AS n FROM number_segments')?.n;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

  syncRuns(true);
  storeSample(cache, sampleCdrs(3000));
  await settle();
  expect(indexed()).toBe(0);
  syncRuns(false);
  await vi.waitFor(() => expect(indexed()).toBe(3000));
  storeSample(cache, sampleCdrs(3000, 2, 3001));
  syncRuns(false);
  cache.close();
  await settle();
  syncRuns(false);
  expect(onFault).not.toHaveBeenCalled();
});
