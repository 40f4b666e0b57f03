import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilledCache } from '../tasks/fill-cache';
import type { Recording } from '../tasks/record';
import { runTask } from './processes';

/** What is prepared once and then used by all measures. */
export type Workspace = {
  folder: string;
  path(name: string): string;
  recording: Recording;
  /** The recorded calls in a cache of the program's own, opened with the sample key. */
  cache: FilledCache;
  remove(): void;
};

/**
 * Records a company's whole data from the embedded operator and fills a cache with it.
 * @param calls records to take, or all there are
 */
export async function prepareWorkspace(calls: number | null): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'cabinet-bench-'));
  const path = (name: string) => join(folder, name);
  const pages = path('pages');
  const { result: recording } = await runTask<Recording>('record', { folder: pages, calls });
  const { result: cache } = await runTask<FilledCache>('fill-cache', {
    pages,
    path: path('cache.db'),
    csv: path('calls.csv'),
  });
  return {
    folder,
    path,
    recording,
    cache,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
