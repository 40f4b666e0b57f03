import { type FeedName, feedNames } from '../../../src-shared/operator-api/feeds';
import { Refusal } from '../problems';

/** Where a client is in a feed. To clients it is one opaque text. */
export type Cursor = {
  /** The demo data it belongs to; another set of data has nothing in common with it. */
  generation: string;
  feed: FeedName;
  /** `[seq]`, or `[day, index, seq]` in the feed of calls. */
  position: readonly number[];
};

const WIDTHS = (feed: FeedName): number => (feed === 'cdrs' ? 3 : 1);

export function writeCursor({ generation, feed, position }: Cursor): string {
  return Buffer.from(`${generation}.${feedNames.indexOf(feed)}.${position.join('.')}`).toString('base64url');
}

/** @throws Refusal «validation» when the text is not a cursor of this feed, «resync-required» when it is of other data. */
export function readCursor(text: string, feed: FeedName, generation: string): readonly number[] {
  const [madeFor = '', feedIndex, ...fields] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const position = fields.map(Number);
  const sound =
    writeCursor({ generation: madeFor, feed, position }) === text &&
    Number(feedIndex) === feedNames.indexOf(feed) &&
    position.length === WIDTHS(feed) &&
    position.every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!sound) throw new Refusal('validation', { field: 'query.since', detail: 'Неизвестный курсор' });
  if (madeFor !== generation)
    throw new Refusal('resync-required', { detail: 'Данные оператора созданы заново' });
  return position;
}
