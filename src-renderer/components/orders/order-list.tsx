import { Button, Title } from '@mantine/core';
import { useMemo } from 'react';
import { formatDay } from '../../../src-shared/domain/period';
import type { Order } from '../../../src-shared/domain/requests';
import type { Translate } from '../../i18n/translate';
import { useLanguage, useT } from '../../i18n/use-t';
import { ExportMenu } from '../export-menu';
import { monthTitle } from '../month-words';
import { DataTable } from '../table/data-table';
import type { BadgeTone, Column } from '../table/types';
import { useSaveDocument } from './use-save-document';

const TONE: Record<Order['status'], BadgeTone> = { forming: 'warning', done: 'good', failed: 'bad' };
const NEWEST_FIRST = { column: 'orderedAt', descending: true };

const numbersWords = ({ numbers }: Order, t: Translate): string =>
  numbers ? t('command.subscribers', { count: numbers.length }) : t('orders.account');

/** Orders made before, with how they went; ready files can be saved again. */
export function OrderList({ kind, orders }: { kind: Order['kind']; orders: readonly Order[] }) {
  const t = useT();
  const language = useLanguage();
  const { save, saving } = useSaveDocument();
  const failed = orders.some(({ reason }) => reason !== '');
  const columns = useMemo((): Column<Order>[] => {
    const of: Record<Order['kind'], Column<Order>[]> = {
      'invoice-email': [monthColumn()],
      'invoice-file': [
        monthColumn(),
        {
          id: 'format',
          title: t('orders.format'),
          type: 'text',
          value: ({ format }) => format,
          words: ({ format }) => format?.toUpperCase() ?? '',
          width: 90,
        },
      ],
      'cdr-email': [
        {
          id: 'days',
          title: t('orders.days'),
          type: 'text',
          value: ({ fromDay }) => fromDay,
          words: ({ fromDay, toDay }) =>
            fromDay && toDay ? t('command.days', { from: formatDay(fromDay), to: formatDay(toDay) }) : '',
          sortBy: ({ fromDay }) => fromDay,
          width: 180,
        },
        {
          id: 'direction',
          title: t('orders.direction'),
          type: 'text',
          value: ({ direction }) => direction,
          words: ({ direction }) => (direction ? t(`cdrs.kind.${direction}`) : ''),
          width: 180,
        },
        numbersColumn(),
      ],
      'charges-email': [numbersColumn()],
    };
    function monthColumn(): Column<Order> {
      return {
        id: 'month',
        title: t('orders.month'),
        type: 'text',
        value: ({ month }) => month,
        words: ({ month }) => (month ? monthTitle(month, language) : ''),
        sortBy: ({ month }) => month,
        width: 150,
      };
    }
    function numbersColumn(): Column<Order> {
      return {
        id: 'numbers',
        title: t('orders.numbers'),
        type: 'text',
        value: ({ numbers }) => numbers?.length ?? 0,
        words: (order) => numbersWords(order, t),
        width: 120,
      };
    }
    return [
      {
        id: 'orderedAt',
        title: t('orders.orderedAt'),
        type: 'instant',
        value: ({ orderedAt }) => orderedAt,
        hideable: false,
      },
      ...of[kind],
      {
        id: 'status',
        title: t('orders.status'),
        type: 'badge',
        value: ({ status }) => status,
        words: (order) => statusWords(order, t),
        tone: ({ status }) => TONE[status],
        width: kind === 'invoice-file' ? 210 : 160,
        mark: (order) =>
          order.fileName &&
          order.status === 'done' && (
            <Button
              variant="default"
              size="compact-xs"
              ml="auto"
              tabIndex={-1}
              loading={saving === order.id}
              onClick={() => save(order.id)}
            >
              {t('common.save')}
            </Button>
          ),
      },
      { id: 'readyAt', title: t('orders.readyAt'), type: 'instant', value: ({ readyAt }) => readyAt },
      ...(kind === 'invoice-file' ? [] : [{ ...emailColumn(t), hiddenAtFirst: kind === 'cdr-email' }]),
      {
        id: 'reason',
        title: t('orders.reason'),
        type: 'text',
        value: ({ reason }) => reason,
        width: 220,
        growTo: 480,
        hiddenAtFirst: !failed,
      },
    ];
  }, [t, language, kind, failed, save, saving]);
  if (orders.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={8}>
        {t('orders.earlier')}
      </Title>
      <DataTable
        id={`orders.${kind}`}
        label={t('orders.earlier')}
        columns={columns}
        rows={orders}
        initialSort={NEWEST_FIRST}
        maxHeight={300}
        tools={(screen) => <ExportMenu document={() => ({ kind: 'orders', kinds: [kind], ...screen })} />}
        {...(kind === 'invoice-file'
          ? { onActivate: (order: Order) => order.status === 'done' && save(order.id) }
          : {})}
        empty={null}
      />
    </section>
  );
}

const emailColumn = (t: Translate): Column<Order> => ({
  id: 'emails',
  title: t('orders.emails'),
  type: 'text',
  value: ({ emails }) => emails.join('; '),
  width: 260,
});

/** Letters are sent, files are ready. */
function statusWords({ kind, status }: Order, t: Translate): string {
  if (status === 'done') return t(kind === 'invoice-file' ? 'orders.status.ready' : 'orders.status.sent');
  return t(status === 'forming' ? 'orders.status.forming' : 'orders.status.failed');
}
