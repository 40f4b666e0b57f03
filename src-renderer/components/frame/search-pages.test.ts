import { expect, it } from 'vitest';
import { adminMenu, type MenuItem, subscriberMenu, telephonyMenu } from './menu-items';
import { accountPages, subscriberPages } from './search-pages';

const pagesOf = (items: readonly MenuItem[]): string[] =>
  items.flatMap(({ pages, children }) => [...pages.slice(0, 1), ...pagesOf(children)]);

it('every page of the menus is found by its words', () => {
  const found: string[] = [...accountPages, ...subscriberPages];
  const reached = pagesOf([...adminMenu, ...subscriberMenu(1), ...telephonyMenu(1)]);
  expect(reached.filter((page) => !found.includes(page))).toEqual([]);
});
