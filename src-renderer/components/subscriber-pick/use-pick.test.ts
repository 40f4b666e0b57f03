import { expect, it } from 'vitest';
import { withChosen } from './use-pick';

it('keeps the choice of other pages, and takes none twice', () => {
  expect(withChosen(['1', '2'], ['2', '3'], true)).toEqual(['1', '2', '3']);
  expect(withChosen(['1', '2', '3'], ['2', '3'], false)).toEqual(['1']);
});
