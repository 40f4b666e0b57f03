import { type ReadableCache, row } from '../../../src-main/store/cache';
import { resolveFilter, whereOf } from '../../../src-main/store/read/cdr-filter';
import { CDR_ROW_COLUMNS, type RawCdrRow, toCdrRow } from '../../../src-main/store/read/cdr-rows';
import type { CdrFilter, CdrRow, CdrSort } from '../../../src-shared/bridge/cabinet';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import type { CallSums } from './call-sums';

/** The usual way to the same answers: `LIMIT … OFFSET …`, and totals from the rows themselves. */
export function createPlainQueries(cache: ReadableCache) {
  return {
    page(query: { filter: CdrFilter; sort: CdrSort; offset: number; limit: number }): CdrRow[] {
      const { sql, values } = whereOf(resolveFilter(query.filter, isWorkingDay));
      const order = query.sort.descending ? 'DESC' : 'ASC';
      const first = query.sort.column === 'startedAt' ? '' : `c.${query.sort.column} ${order}, `;
      const rows = cache
        .statement(
          `SELECT ${CDR_ROW_COLUMNS} FROM cdrs c LEFT JOIN subscribers s ON s.id = c.subscriber_id WHERE ${sql}
           ORDER BY ${first}c.started_at ${order}, c.direction ${order}, c.id ${order} LIMIT ? OFFSET ?`,
        )
        .raw()
        .all(...values, query.limit, query.offset) as RawCdrRow[];
      return rows.map(toCdrRow);
    },
    totals(filter: CdrFilter): CallSums {
      const { sql, values } = whereOf(resolveFilter(filter, isWorkingDay));
      return row<CallSums>(
        cache,
        `SELECT count(*) AS rows, coalesce(sum(duration_s), 0) AS durationS, coalesce(sum(net), 0) AS net,
           coalesce(sum(gross), 0) AS gross FROM cdrs WHERE ${sql}`,
        ...values,
      ) as CallSums;
    },
  };
}
