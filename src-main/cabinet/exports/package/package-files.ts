import { CabinetError } from '../../../../src-shared/bridge/errors';
import type { ExportFormat } from '../../../../src-shared/bridge/export-formats';
import {
  type MonthItem,
  monthFormats,
  monthItemTitles,
  monthRequest,
} from '../../../../src-shared/bridge/month-items';
import type { PackageRequest } from '../../../../src-shared/bridge/packages';
import { fileName, type NameValues, nameFault } from '../../../../src-shared/domain/file-names';
import { paymentFaults } from '../../../../src-shared/domain/payment-order';
import type { Instant, YearMonth } from '../../../../src-shared/domain/period';
import { monthWords } from '../../../../src-shared/domain/words';
import type { ReadableCache } from '../../../store/cache';
import { draftPaymentOrder, type OrderDraft } from '../../documents/payment-orders';
import { type Owner, readOwner } from '../facts';
import { type Made, makeDocument } from '../make-document';

/** A file of a package that is to be written. */
export type PlannedFile = { name: string; item: MonthItem; format: ExportFormat };

/**
 * The files of a package in the order of the choice; no two have one name.
 * @throws CabinetError bad-input {field: template | format | items}
 */
export function packageFiles(
  cache: ReadableCache,
  { month, items, template }: PackageRequest,
): PlannedFile[] {
  const owner = readOwner(cache);
  const files = items.flatMap(({ item, formats }) => {
    const values = nameValues(owner, month, item);
    if (nameFault(template, values)) throw new CabinetError('bad-input', { field: 'template' });
    const name = fileName(template, values);
    return formats.map((format) => {
      if (!monthFormats(item).includes(format)) throw new CabinetError('bad-input', { field: 'format' });
      return { name: `${name}.${format}`, item, format };
    });
  });
  // Windows and macOS take names for the same that differ in capitals only.
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  if (names.size < files.length) throw new CabinetError('bad-input', { field: 'items' });
  return files;
}

const nameValues = ({ number, organisation }: Owner, month: YearMonth, item: MonthItem): NameValues => ({
  документ: monthItemTitles[item],
  период: monthWords(month),
  месяц: month,
  лс: number,
  организация: organisation,
});

/** The folder of a month's package. */
export const packageFolder = (cache: ReadableCache, month: YearMonth): string =>
  `Документы ${readOwner(cache).number} ${month}`;

/**
 * The document of an item.
 * @throws CabinetError invoice-paid, order-incomplete {field}, month-not-invoiced, month-incomplete
 */
export function makeItem(cache: ReadableCache, item: MonthItem, month: YearMonth, now: Instant): Made {
  if (item !== 'payment-order') return makeDocument(cache, monthRequest(item, month), now);
  const { order } = payableOrder(cache, month, now);
  return makeDocument(cache, { kind: 'payment-order', order }, now);
}

/** The order to pay a month's invoice. @throws CabinetError invoice-paid, order-incomplete {field} */
export function payableOrder(cache: ReadableCache, month: YearMonth, now: Instant): OrderDraft {
  const draft = draftPaymentOrder(cache, month, now);
  if (draft.invoice.status === 'paid') throw new CabinetError('invoice-paid', { month });
  const [field] = Object.keys(paymentFaults(draft.order));
  if (field !== undefined) throw new CabinetError('order-incomplete', { field });
  return draft;
}
