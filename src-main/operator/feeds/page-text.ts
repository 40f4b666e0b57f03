import type { RawPage } from './item-feeds';

const HEAD = Buffer.from('{"items":[');
const COMMA = Buffer.from(',');

/** A page of a feed as the contract writes it, JSON in UTF-8. */
export function pageText(
  { items, remaining }: RawPage,
  { cursor, more, now }: { cursor: string; more: boolean; now: number },
): Uint8Array {
  const parts: Uint8Array[] = [HEAD];
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(COMMA);
    parts.push(item);
  }
  parts.push(
    Buffer.from(`],"cursor":"${cursor}","more":${more},"remaining":${remaining},"serverTime":${now}}`),
  );
  return Buffer.concat(parts);
}
