import { expect, it } from 'vitest';
import { monthFormats, monthItems } from '../../../src-shared/bridge/month-items';
import { chosenItems, needsInvoice, type PackageChoice, withAll, withFormat } from './choice';

const nothing: PackageChoice = { items: {}, template: '{документ}' };

it('a package is what is ticked, in the order of the list and of the formats', () => {
  let choice = withFormat(nothing, 'month-cdrs', 'csv', true);
  choice = withFormat(choice, 'act', 'xlsx', true);
  choice = withFormat(choice, 'act', 'pdf', true);
  expect(chosenItems(choice, () => true)).toEqual([
    { item: 'act', formats: ['pdf', 'xlsx'] },
    { item: 'month-cdrs', formats: ['csv'] },
  ]);
  expect(chosenItems(choice, (item) => !needsInvoice(item))).toEqual([
    { item: 'month-cdrs', formats: ['csv'] },
  ]);
  expect(chosenItems(withFormat(choice, 'month-cdrs', 'csv', false), (item) => !needsInvoice(item))).toEqual(
    [],
  );
});

it('every document of the registry is offered, and what is no longer known is passed over', () => {
  expect(chosenItems(withAll(nothing, true), () => true).map(({ item }) => item)).toEqual([...monthItems]);
  const old = { ...nothing, items: { gone: ['pdf'], act: ['docx'] } };
  expect(chosenItems(old, () => true)).toEqual([]);
  for (const item of monthItems) expect(monthFormats(item).length).toBeGreaterThan(0);
});
