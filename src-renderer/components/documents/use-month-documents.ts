import type { YearMonth } from '../../../src-shared/domain/period';
import { faultOf, useProcedure } from '../../state/procedures';

export type MonthDocumentsAnswer = ReturnType<typeof useMonthDocuments>;

/** Months that can have documents, and what is known of one: the asked one, else the newest that is over. */
export function useMonthDocuments(asked: YearMonth | null) {
  const months = useProcedure('documents.months', undefined);
  const items = months.data?.items ?? [];
  const month = asked ?? items.find(({ kind }) => kind !== 'current')?.month ?? null;
  const facts = useProcedure('documents.month', { month: month ?? '' }, { enabled: month !== null });
  return { items, month, facts: facts.data ?? null, fault: faultOf(months, facts) };
}
