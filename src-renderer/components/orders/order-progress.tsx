import { Button, Progress, Text } from '@mantine/core';
import { formatInstant } from '../../../src-shared/domain/period';
import type { Order } from '../../../src-shared/domain/requests';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';
import { Outcome } from '../command/outcome';
import { useSaveDocument } from './use-save-document';

/** Part of the forming time that has passed, percent; never the whole while the operator has not said «done». */
const formedPart = (order: Pick<Order, 'orderedAt' | 'readyAt'>, now: number): number =>
  Math.max(
    0,
    Math.min(99, Math.floor(((now - order.orderedAt) * 100) / Math.max(1, order.readyAt - order.orderedAt))),
  );

/** An invoice on its way, then its «Сохранить»; null: the operator has it, this computer has not heard more yet. */
export function OrderProgress({ order, what }: { order: Order | null; what: string }) {
  const t = useT();
  const now = useOperatorNow(1000);
  const { save, saving } = useSaveDocument();
  if (order?.status === 'failed') {
    return (
      <Outcome tone="warning" title={t('orders.failed', { what })}>
        <Text>{order.reason}</Text>
      </Outcome>
    );
  }
  if (order?.status === 'done') {
    return (
      <Outcome tone="good" title={t('orders.ready', { what })}>
        <Text>{order.fileName}</Text>
        <Button loading={saving === order.id} onClick={() => save(order.id)}>
          {t('common.save')}
        </Button>
      </Outcome>
    );
  }
  const part = order ? formedPart(order, now) : 0;
  return (
    <Outcome tone="neutral" title={t('orders.isForming', { what })}>
      <Progress
        value={order ? part : 100}
        animated
        color="gray.6"
        w={360}
        maw="100%"
        aria-label={t('orders.isForming', { what })}
      />
      {order && (
        <Text>
          {t('orders.expected', { time: formatInstant(order.readyAt).slice(-8), part: String(part) })}
        </Text>
      )}
      <Text c="dimmed">{t('orders.canLeave')}</Text>
    </Outcome>
  );
}
