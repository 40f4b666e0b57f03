import { useMemo } from 'react';
import type { CdrGrouping, GroupMeasure } from '../../../src-shared/bridge/cabinet';
import { formatShare, shareOf } from '../../../src-shared/domain/shares';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { type GroupRow, measured } from './groups';

/** @param total what the shares are of */
export function useGroupColumns(
  by: CdrGrouping,
  measure: GroupMeasure,
  total: number,
): readonly Column<GroupRow>[] {
  const t = useT();
  return useMemo(() => {
    const name: Column<GroupRow> = {
      id: 'name',
      title: t('cdrs.groups.name'),
      type: 'text',
      value: (row) => row.name,
      width: 240,
    };
    const share = (row: GroupRow) => shareOf(measured(row, measure), total);
    return [
      {
        id: 'key',
        title: t(`cdrs.groups.${by}`),
        type: by === 'party' || by === 'subscriber' ? 'phone' : 'text',
        value: (row) => row.text,
        sortBy: (row) => row.order,
        width: 210,
        hideable: false,
      },
      ...(by === 'subscriber' ? [name] : []),
      { id: 'rows', title: t('cdrs.groups.rows'), type: 'integer', value: (row) => row.rows, width: 100 },
      {
        id: 'durationS',
        title: t('cdrs.groups.durationS'),
        type: 'duration',
        value: (row) => row.durationS,
        width: 130,
      },
      { id: 'net', title: t('cdrs.groups.net'), type: 'charge', value: (row) => row.net, width: 130 },
      { id: 'gross', title: t('cdrs.groups.gross'), type: 'charge', value: (row) => row.gross, width: 130 },
      {
        id: 'share',
        title: t('cdrs.groups.share'),
        type: 'percent',
        value: share,
        words: (row) => {
          const tenths = share(row);
          return tenths === null ? '' : formatShare(tenths);
        },
        sortBy: share,
        width: 90,
      },
    ];
  }, [t, by, measure, total]);
}
