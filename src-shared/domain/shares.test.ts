import { expect, it } from 'vitest';
import { formatShare, shareOf } from './shares';

it('shares are tenths of a percent, and nothing where they say nothing', () => {
  expect(formatShare(shareOf(10, 80) ?? 0)).toBe('12,5');
  expect(formatShare(shareOf(80, 80) ?? 0)).toBe('100,0');
  expect(shareOf(10, 0)).toBeNull();
  expect(shareOf(-5, 80)).toBeNull();
});
