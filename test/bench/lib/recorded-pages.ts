import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeedName, FeedPage } from '../../../src-shared/operator-api/feeds';

/** One recorded answer to a question for a page; its body lies gzipped in the file. */
export type RecordedPage = { since: string | null; file: string; cursor: string; more: boolean };

/** A recorded file of a month; it lies gzipped in the folder. */
export type RecordedMonth = { month: string; since: string | null; file: string };

/** Everything a client needs to be told for a whole first sync. */
export type RecordedAnswers = {
  serverTime: number;
  session: object;
  account: object;
  heads: object;
  feeds: Record<FeedName, RecordedPage[]>;
  months: RecordedMonth[];
  /** Pages of calls from where the last file ends. */
  afterMonths: RecordedPage[];
};

export const ANSWERS_FILE = 'answers.json';

export const readAnswers = (folder: string): RecordedAnswers =>
  JSON.parse(readFileSync(join(folder, ANSWERS_FILE), 'utf8')) as RecordedAnswers;

export const readPage = <Name extends FeedName>(folder: string, { file }: RecordedPage): FeedPage<Name> =>
  JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()) as FeedPage<Name>;
