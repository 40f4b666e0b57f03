import { z } from 'zod';
import type { ReadableCache } from './cache';
import { listOwn } from './own';

const labelsSchema = z.array(z.string());

/** The person's own labels of all subscribers that have some. */
export const readLabels = (cache: ReadableCache): { subscriberId: number; labels: string[] }[] =>
  listOwn(cache, 'labels').map(({ key, value }) => ({
    subscriberId: Number(key),
    labels: labelsSchema.parse(value),
  }));
