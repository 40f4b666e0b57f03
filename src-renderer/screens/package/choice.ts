import { z } from 'zod';
import type { ExportFormat } from '../../../src-shared/bridge/export-formats';
import {
  type MonthItem,
  monthFormats,
  monthItems,
  monthTables,
} from '../../../src-shared/bridge/month-items';
import type { PackageRequest } from '../../../src-shared/bridge/packages';
import { FIRST_TEMPLATE, MAX_TEMPLATE } from '../../../src-shared/domain/file-names';
import { usePreference } from '../../state/preferences';

/** What a package is made of, as the person left it; documents of another version of the program are passed over. */
const choiceSchema = z.object({
  items: z.record(z.string(), z.array(z.string())),
  template: z.string().max(MAX_TEMPLATE),
});
export type PackageChoice = z.output<typeof choiceSchema>;

const FIRST: PackageChoice = {
  items: {
    invoice: ['pdf'],
    act: ['pdf'],
    'vat-register': ['xlsx'],
    'payment-order': ['pdf', 'txt'],
    'month-charges': ['xlsx'],
    'month-cdrs': ['xlsx'],
    'month-payments': ['xlsx'],
    'summary-subscriber': ['xlsx'],
  } satisfies Partial<Record<MonthItem, ExportFormat[]>>,
  template: FIRST_TEMPLATE,
};

/** The choice; it survives a restart. */
export const usePackageChoice = (): [PackageChoice, (choice: PackageChoice) => void] =>
  usePreference<PackageChoice>('package.choice', choiceSchema, FIRST);

/** Needs the month's invoice; tables do not. */
export const needsInvoice = (item: MonthItem): boolean =>
  !(monthTables as readonly MonthItem[]).includes(item);

export const isChosen = ({ items }: PackageChoice, item: MonthItem, format: ExportFormat): boolean =>
  items[item]?.includes(format) ?? false;

export function withFormat(
  choice: PackageChoice,
  item: MonthItem,
  format: ExportFormat,
  chosen: boolean,
): PackageChoice {
  const others = (choice.items[item] ?? []).filter((one) => one !== format);
  return { ...choice, items: { ...choice.items, [item]: chosen ? [...others, format] : others } };
}

/** Every document in its first format, or none. */
export const withAll = (choice: PackageChoice, all: boolean): PackageChoice => ({
  ...choice,
  items: all ? Object.fromEntries(monthItems.map((item) => [item, monthFormats(item).slice(0, 1)])) : {},
});

/**
 * What is to be written of a month, in the order of the list.
 * @param offered documents that the month can have
 */
export function chosenItems(
  choice: PackageChoice,
  offered: (item: MonthItem) => boolean,
): PackageRequest['items'] {
  return monthItems.filter(offered).flatMap((item) => {
    const formats = monthFormats(item).filter((format) => isChosen(choice, item, format));
    return formats.length > 0 ? [{ item, formats }] : [];
  });
}
