import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { type FeedName, type FeedPage, feedItems, feedPageSchema } from '../../src-shared/operator-api/feeds';

/** So long items are checked before a screen is answered. */
const TURN_MS = 5;

const envelope = feedPageSchema(z.unknown());

/**
 * Checks a page of a feed by its schema, with screens answered meanwhile: charges of hundreds of numbers have tens of
 * thousands of lines.
 * @throws z.ZodError with the path from the page on
 */
export async function checkPage<Name extends FeedName>(feed: Name, json: unknown): Promise<FeedPage<Name>> {
  const page = envelope.parse(json);
  const schema: z.ZodType = feedItems[feed];
  const items: unknown[] = [];
  let turned = performance.now();
  for (const [index, item] of page.items.entries()) {
    const result = schema.safeParse(item);
    if (!result.success) {
      throw new z.ZodError(
        result.error.issues.map((issue) => ({ ...issue, path: ['items', index, ...issue.path] })),
      );
    }
    items.push(result.data);
    if (performance.now() - turned < TURN_MS) continue;
    await nextTurn();
    turned = performance.now();
  }
  return { ...page, items } as FeedPage<Name>;
}
