import type { YearMonth } from '../../../src-shared/domain/period';
import type { World } from '../demo/world';
import { writeCursor } from '../feeds/cursor';
import { pageText } from '../feeds/page-text';
import { Refusal } from '../problems';
import { type Answer, json } from './answers';

/** Finished months, and where the file of each begins in the feed of calls. */
export function monthFiles({ calls, generation }: World, now: number): Answer {
  const months = calls.months(now).map(({ month, position }) => ({
    month,
    since: position && writeCursor({ generation, feed: 'cdrs', position }),
  }));
  return json({ months, serverTime: now });
}

/** A month's file, made while it is sent. @throws Refusal «not-found» for a month that is not over or not kept. */
export function monthFile({ calls, generation }: World, month: YearMonth, now: number): Answer {
  if (!calls.months(now).some((one) => one.month === month)) throw new Refusal('not-found');
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const page of calls.monthPages(month, now)) {
      const cursor = writeCursor({ generation, feed: 'cdrs', position: page.position });
      yield pageText(page, { cursor, more: true, now });
      yield NEW_LINE;
    }
  }
  return { status: 200, text: null, lines: lines() };
}

const NEW_LINE = Buffer.from('\n');
