/** A row in the page and the key of its element. */
export type KeyedRow = { index: number; key: number };

/**
 * Which elements the drawn rows get. A row that stays keeps its element; when none stays, as on every step of a fast
 * scroll, the new rows take over those of the old ones: words are exchanged, and nothing is removed, made or styled anew.
 * Elements never change their order, so the one with the focus is never moved, which would take the focus from it.
 * @param indexes ascending
 * @param held a row whose element is given to no other: it may have the focus
 */
export function keyRows(old: readonly KeyedRow[], indexes: readonly number[], held: number): KeyedRow[] {
  const kept = new Map(old.map(({ index, key }) => [index, key]));
  const takesOver = !indexes.some((index) => index !== held && kept.has(index));
  const above = old.filter(({ index }) => index < held).values();
  const below = old.filter(({ index }) => index > held).values();
  let unused = 1 + Math.max(-1, ...kept.values());
  return indexes.map((index) => {
    const own = kept.get(index);
    const left = takesOver && index !== held ? (index < held ? above : below).next().value?.key : undefined;
    return { index, key: own ?? left ?? unused++ };
  });
}
