import { expect } from 'vitest';
import type { PdfPage } from './read-pdf';

export const MARGIN = 36;
/** Content ends here; only the footer's line stands lower. */
const BOTTOM = 44;
export const FOOTER = 26;

/** Test equipment: nothing outside of the margins, nothing over another thing. */
export function expectTidy(pages: readonly PdfPage[]): void {
  for (const { width, height, texts } of pages) {
    const outside = texts.filter(({ x, y, width: wide, size }) => {
      const lowest = y === FOOTER ? FOOTER : BOTTOM;
      return (
        x < MARGIN - 0.01 || x + wide > width - MARGIN + 0.1 || y < lowest || y + size > height - MARGIN / 2
      );
    });
    expect(outside).toEqual([]);
    const clashes = texts.flatMap((one, at) =>
      texts
        .slice(at + 1)
        .filter((other) => {
          const apart = one.x + one.width <= other.x + 0.1 || other.x + other.width <= one.x + 0.1;
          return !apart && Math.abs(one.y - other.y) < Math.max(one.size, other.size) * 0.9;
        })
        .map((other) => `${one.text} / ${other.text}`),
    );
    expect(clashes).toEqual([]);
  }
}
