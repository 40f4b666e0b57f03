import { type ReactNode, useMemo, useState } from 'react';
import {
  type CdrFilter,
  type CdrRow,
  type CdrSort,
  type CdrSummary,
  cdrSortColumns,
} from '../../../src-shared/bridge/cabinet';
import { AccountExportMenu } from '../../components/documents/account-export-menu';
import { cdrEvidence } from '../../components/evidence/evidence-words';
import { useAppealAction } from '../../components/evidence/use-appeal-action';
import { PagedTable } from '../../components/table/data-table';
import type { SortState, TableSum } from '../../components/table/types';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { CdrDrawer } from './cdr-drawer';
import { useCdrColumns } from './columns';
import { changeFilter, filterByCell } from './filters';
import type { Count } from './use-count';

type CallsTableProps = {
  filter: CdrFilter;
  sort: CdrSort;
  count: Count;
  onFilter: (filter: CdrFilter) => void;
  onSort: (sort: CdrSort) => void;
  empty: ReactNode;
};

/** The list itself: totals below, everything about one on Enter. */
export function CallsTable({ filter, sort, count, onFilter, onSort, empty }: CallsTableProps) {
  const t = useT();
  const { summary } = count;
  const [opened, setOpened] = useState<CdrRow | null>(null);
  const whole = filter.subscriberId === null;
  // With one direction its column says nothing, so each kind of list has a layout of its own.
  const tableId = `cdrs.${filter.direction === 'both' ? 'both' : 'one'}${whole ? '.whole' : ''}`;
  const toAppeal = useAppealAction<CdrRow>(cdrEvidence, (row) => row.subscriberId);
  const columns = useCdrColumns(whole, filter.direction === 'both');
  const sortBy = ({ column, descending }: SortState) => {
    if (isSortColumn(column)) onSort({ column, descending });
  };
  const source = {
    key: JSON.stringify([filter, sort]),
    version: count.version,
    rowCount: summary?.rows ?? foundRows(count),
    growing: !summary && count.progress !== null,
    fetchRows: async (offset: number, limit: number) =>
      (await callBridge('cdrs.page', { filter, sort, offset, limit })).items,
  };
  const sums = useMemo(() => (summary ? sumsOf(summary, t) : []), [summary, t]);
  return (
    <>
      <PagedTable
        id={tableId}
        label={t('cdrs.title')}
        columns={columns}
        source={source}
        sort={sort}
        onSort={sortBy}
        sums={sums}
        totals={summary && { label: t('cdrs.total'), values: totalsOf(summary) }}
        onActivate={setOpened}
        rowActions={[toAppeal]}
        onFilter={(column, row) => {
          const next = filterByCell(filter, column.id, row);
          if (next) onFilter(next);
        }}
        tools={(screen) => (
          <AccountExportMenu
            archive
            filter={filter}
            disabled={!summary?.rows}
            document={() => ({ kind: 'cdrs', filter, sort, columns: screen.columns })}
          />
        )}
        empty={empty}
      />
      <CdrDrawer
        row={opened}
        onClose={() => setOpened(null)}
        onParty={(party) => {
          setOpened(null);
          onFilter(changeFilter(filter, { party, wholeParty: true }));
        }}
      />
    </>
  );
}

/** What can be shown before everything is counted. None yet: more may come, unless the person has ended it. */
const foundRows = ({ progress, stopped }: Count): number | null =>
  progress && (progress.found > 0 || stopped) ? progress.found : null;

const isSortColumn = (column: string): column is CdrSort['column'] =>
  (cdrSortColumns as readonly string[]).includes(column);

/** What is shown, summed up in the toolbar. */
function sumsOf(summary: CdrSummary, t: Translate): TableSum[] {
  const sums: TableSum[] = [
    { id: 'calls', label: t('cdrs.calls'), value: summary.calls, type: 'integer' },
    { id: 'messages', label: t('cdrs.messages'), value: summary.messages, type: 'integer' },
    { id: 'duration', label: t('cdrs.duration'), value: summary.durationS, type: 'duration' },
    { id: 'gross', label: t('cdrs.gross'), value: summary.gross, type: 'charge' },
  ];
  if (summary.lateRows > 0) {
    sums.push({ id: 'late', label: t('cdrs.lateRows'), value: summary.lateRows, type: 'integer' });
  }
  return sums;
}

/** The last row. Under rated seconds stand those of calls; SMS are counted in the toolbar. */
function totalsOf(summary: CdrSummary) {
  return {
    durationS: summary.durationS,
    billedUnits: summary.billedS,
    packageS: summary.packageS,
    net: summary.net,
    vat: summary.vat,
    gross: summary.gross,
  };
}
