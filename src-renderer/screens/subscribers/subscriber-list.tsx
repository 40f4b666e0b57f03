import { Button, Title } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Subscriber, subscriberStatuses } from '../../../src-shared/domain/account';
import { ExportMenu } from '../../components/export-menu';
import { useLabels } from '../../components/labels/use-labels';
import { EmptyState } from '../../components/states';
import { PagedTable } from '../../components/table/data-table';
import type { BadgeTone, Column, SortState } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { LabelsDialog } from './labels-dialog';

const STATUS_TONE: Record<(typeof subscriberStatuses)[number], BadgeTone> = {
  active: 'good',
  suspended: 'warning',
  closed: 'bad',
};

type SubscriberListProps = {
  mask: string;
  label: string | undefined;
  /** Null while it is being counted. */
  total: number | null;
  version: number;
  choice: Subscriber | null;
  onChoose: (subscriber: Subscriber | null) => void;
  onNext: (subscriber: Subscriber) => void;
  onShowAll: () => void;
};

/** «Выберите абонента из списка»: one of the found ones, by a click, the arrows, Enter or a double click. */
export function SubscriberList(props: SubscriberListProps) {
  const { mask, label, total, choice } = props;
  const t = useT();
  const labels = useLabels();
  const [labelled, setLabelled] = useState<Subscriber | null>(null);
  const columns = useMemo(
    (): Column<Subscriber>[] => [
      {
        id: 'number',
        title: t('subscriber.number'),
        type: 'phone',
        value: (one) => one.number,
        width: 190,
        hideable: false,
        sortable: false,
      },
      {
        id: 'planTitle',
        title: t('subscriber.plan'),
        type: 'text',
        value: (one) => one.planTitle,
        width: 150,
        sortable: false,
      },
      {
        id: 'name',
        title: t('subscriber.name'),
        type: 'text',
        value: (one) => one.name,
        width: 240,
        growTo: 420,
        sortable: false,
      },
      {
        id: 'status',
        title: t('subscriber.status'),
        type: 'badge',
        value: (one) => one.status,
        words: (one) => t(`common.status.${one.status}`),
        tone: (one) => STATUS_TONE[one.status],
        width: 150,
        sortable: false,
      },
      {
        id: 'currentCharges',
        title: t('subscriber.charges'),
        type: 'charge',
        value: (one) => one.currentCharges,
        width: 180,
        sortable: false,
        hiddenAtFirst: true,
      },
      {
        id: 'labels',
        title: t('labels.title'),
        type: 'text',
        value: (one) => labels.of.get(one.id)?.join(', '),
        width: 180,
        sortable: false,
      },
    ],
    [t, labels.of],
  );
  const search = label === undefined ? { mask } : { mask, label };
  // Subscribers come in the operator's order; the contract has no other.
  const [noSort] = useState<SortState | null>(null);

  return (
    <>
      <Title order={2}>{t('subscriber.select.list')}</Title>
      <PagedTable
        id="subscribers"
        label={t('subscriber.select.list')}
        columns={columns}
        source={{
          key: JSON.stringify([mask, label]),
          version: props.version,
          rowCount: total,
          fetchRows: async (offset, limit) =>
            (await callBridge('subscribers.search', { ...search, offset, limit })).items,
        }}
        sort={noSort}
        onSort={() => undefined}
        selection="single"
        chosen={(one) => one.id === choice?.id}
        onChoose={props.onChoose}
        onActivate={props.onNext}
        rowActions={[
          {
            id: 'labels',
            label: t('labels.edit'),
            icon: <IconTag size={16} />,
            run: setLabelled,
          },
        ]}
        tools={(screen) => (
          <ExportMenu disabled={!total} document={() => ({ kind: 'subscribers', ...search, ...screen })} />
        )}
        empty={
          <EmptyState
            title={
              label !== undefined
                ? t('labels.nobody', { label })
                : mask === ''
                  ? t('subscriber.select.none')
                  : t('subscriber.select.nobody', { mask })
            }
            hint={mask === '' ? undefined : t('subscriber.select.nobodyHint')}
            action={
              mask === '' && label === undefined ? undefined : (
                <Button variant="default" onClick={props.onShowAll}>
                  {t('subscriber.select.showAll')}
                </Button>
              )
            }
          />
        }
      />
      <LabelsDialog subscriber={labelled} onClose={() => setLabelled(null)} />
    </>
  );
}
