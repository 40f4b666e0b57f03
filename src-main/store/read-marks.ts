import type { ReadableCache, WritableCache } from './cache';
import { listOwn, writeOwn } from './own';

/** Id of the last message that was read, by appeal; appeals that were never opened are not in it. */
export const readMarks = (cache: ReadableCache): Map<number, number> =>
  new Map(listOwn(cache, 'appeal-read').map(({ key, value }) => [Number(key), Number(value)]));

/** Everything of the appeal up to this message has been read. */
export const markRead = (cache: WritableCache, appealId: number, messageId: number): void =>
  writeOwn(cache, 'appeal-read', String(appealId), messageId);
