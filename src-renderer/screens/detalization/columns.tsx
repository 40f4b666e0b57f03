import { Tooltip } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import type { CdrStatus } from '../../../src-shared/domain/cdr';
import { formatDuration } from '../../../src-shared/domain/period';
import type { BadgeTone, Column } from '../../components/table/types';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';

export const STATUS_TONE: Record<CdrStatus, BadgeTone> = {
  answered: 'good',
  missed: 'warning',
  busy: 'neutral',
  failed: 'bad',
};

/** Other party: a number is shown as one, a sender's name as it is. */
export const isNumber = (party: string): boolean => /^\d+$/.test(party);

/** Rated amount: seconds of a call, parts of a message. */
export function billedWords(t: Translate, row: Pick<CdrRow, 'service' | 'billedUnits'>): string {
  return row.service === 'sms'
    ? t('cdrs.parts', { count: row.billedUnits })
    : formatDuration(row.billedUnits);
}

/**
 * Columns of the detalization. Their ids are the operator's sort columns and the columns of the export.
 * The sum to pay stands before its parts, so that it is seen in a narrow window too.
 * @param whole the list is of the whole account: whose call it is stands first
 * @param bothDirections otherwise the direction's column is hidden at first
 */
export function useCdrColumns(whole: boolean, bothDirections: boolean): readonly Column<CdrRow>[] {
  const t = useT();
  return useMemo(() => {
    const columns: Column<CdrRow>[] = [
      {
        id: 'startedAt',
        title: t('cdrs.column.startedAt'),
        type: 'instant',
        value: (row) => row.startedAt,
        width: 138,
        hideable: false,
      },
      {
        id: 'direction',
        title: t('cdrs.column.direction'),
        type: 'text',
        value: (row) => row.direction,
        words: (row) => t(`cdrs.direction.${row.direction}`),
        width: 112,
        sortable: false,
        filterable: true,
        hiddenAtFirst: !bothDirections,
      },
      {
        id: 'party',
        title: t('cdrs.column.party'),
        type: 'phone',
        value: (row) => row.party,
        width: 128,
        filterable: true,
      },
      {
        id: 'service',
        title: t('cdrs.column.service'),
        type: 'text',
        value: (row) => row.service,
        words: (row) => t(`cdrs.service.${row.service}`),
        width: 116,
        filterable: true,
      },
      {
        id: 'zone',
        title: t('cdrs.column.zone'),
        type: 'text',
        value: (row) => row.zone,
        words: (row) => t(`cdrs.zone.${row.zone}`),
        width: 128,
        growTo: 170,
        filterable: true,
      },
      {
        id: 'status',
        title: t('cdrs.column.status'),
        type: 'badge',
        value: (row) => row.status,
        words: (row) => t(`cdrs.status.${row.status}`),
        tone: (row) => STATUS_TONE[row.status],
        width: 102,
        filterable: true,
      },
      {
        id: 'durationS',
        title: t('cdrs.column.durationS'),
        type: 'duration',
        value: (row) => (row.service === 'sms' ? null : row.durationS),
        width: 108,
      },
      {
        id: 'billedUnits',
        title: t('cdrs.column.billedUnits'),
        type: 'duration',
        value: (row) => row.billedUnits,
        width: 76,
        words: (row) => billedWords(t, row),
      },
      {
        id: 'packageS',
        title: t('cdrs.column.packageS'),
        type: 'duration',
        value: (row) => row.packageS || null,
        width: 84,
      },
      {
        id: 'gross',
        title: t('cdrs.column.gross'),
        type: 'charge',
        value: (row) => row.gross,
        width: 100,
        mark: (row) => row.late && <LateMark label={t('cdrs.late')} />,
      },
      { id: 'net', title: t('cdrs.column.net'), type: 'charge', value: (row) => row.net },
      { id: 'vat', title: t('cdrs.column.vat'), type: 'charge', value: (row) => row.vat, sortable: false },
    ];
    const subscriber: Column<CdrRow> = {
      id: 'subscriber',
      title: t('cdrs.column.subscriber'),
      type: 'phone',
      value: (row) => row.subscriberNumber,
      filterable: true,
    };
    const late: Column<CdrRow> = {
      id: 'late',
      title: t('cdrs.column.late'),
      type: 'text',
      value: (row) => (row.late ? 1 : null),
      words: (row) => (row.late ? t('cdrs.late') : ''),
      sortable: false,
      hiddenAtFirst: true,
      width: 220,
      growTo: 320,
    };
    return whole ? [subscriber, ...columns, late] : [...columns, late];
  }, [t, whole, bothDirections]);
}

function LateMark({ label }: { label: string }) {
  return (
    <Tooltip label={label}>
      <IconClockExclamation size={16} role="img" aria-label={label} color="var(--cabinet-warning)" />
    </Tooltip>
  );
}
