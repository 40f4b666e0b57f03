import {
  endOfMonth,
  type Instant,
  monthOf,
  startOfMonth,
  type YearMonth,
} from '../../src-shared/domain/period';

/** Months of instants, remembering the last one: records come in time order, so it nearly always fits. */
export function createMonthFinder(): (at: Instant) => YearMonth {
  let month: YearMonth = '';
  let start = 0;
  let end = 0;
  return (at) => {
    if (at < start || at >= end) {
      month = monthOf(at);
      start = startOfMonth(month);
      end = endOfMonth(month);
    }
    return month;
  };
}
