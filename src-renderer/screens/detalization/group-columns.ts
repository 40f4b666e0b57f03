import { useMemo } from 'react';
import type { CdrGrouping } from '../../../src-shared/bridge/cabinet';
import type { Column } from '../../components/table/types';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import {
  type GroupSums,
  type Groups,
  groupWords,
  type Measure,
  measured,
  shareOf,
  shareWords,
  subscriberParts,
} from './groups';

/** A row of the table; a key of null is the sum of what is not told apart. */
type GroupRow = GroupSums & { key: string | null; text: string; name: string; order: string };

export function groupRows(by: CdrGrouping, { items, rest }: Groups, t: Translate): GroupRow[] {
  const rows = items.map((group): GroupRow => {
    const { number, name } = subscriberParts(group.name);
    // Numbers are shown grouped and copied plain, so their column takes them as they are.
    const text = by === 'party' ? group.key : by === 'subscriber' ? number : groupWords(by, group, t);
    return { ...group, text, name, order: by === 'day' || by === 'hour' ? group.key : text };
  });
  if (!rest) return rows;
  const text = t('cdrs.groups.rest', { count: rest.groups });
  return [...rows, { ...rest, key: null, text, name: '', order: text }];
}

/** @param total what the shares are of */
export function useGroupColumns(
  by: CdrGrouping,
  measure: Measure,
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
          return tenths === null ? '' : shareWords(tenths);
        },
        sortBy: share,
        width: 90,
      },
    ];
  }, [t, by, measure, total]);
}
