import { Text } from '@mantine/core';
import type { Delivery } from '../../../src-shared/domain/account';
import { Changes } from '../../components/command/changes';
import { deliveryWords, formatWords } from '../../components/command/command-words';
import { Nothing } from '../../components/figures';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack } from '../../state/navigation';
import { emailsText, sameDelivery } from './delivery-change';

type ConfirmStepProps = { current: Delivery; next: Delivery; busy: boolean; onSave: () => void };

/** «Новый способ доставки счетов: …» beside what is set now. */
export function ConfirmStep({ current, next, busy, onSave }: ConfirmStepProps) {
  const t = useT();
  const methodWords = ({ method }: Delivery) =>
    t(method === 'self' ? 'account.delivery.self' : 'delivery.byEmail');
  const emails = (delivery: Delivery) => delivery.emails.join('; ') || <Nothing />;
  const formats = (delivery: Delivery) =>
    delivery.method === 'self' ? <Nothing /> : formatWords(delivery.formats, t);
  const rows = [
    {
      label: t('delivery.methodLabel'),
      before: methodWords(current),
      after: methodWords(next),
      changed: current.method !== next.method,
    },
    {
      label: t('delivery.addressLabel'),
      before: emails(current),
      after: emails(next),
      changed: emailsText(current) !== emailsText(next),
    },
    {
      label: t('delivery.formatLabel'),
      before: formats(current),
      after: formats(next),
      changed:
        current.method !== next.method || formatWords(current.formats, t) !== formatWords(next.formats, t),
    },
  ];
  return (
    <WorkForm wide onSubmit={onSave} onEscape={goBack}>
      <Text fw={600}>{t('delivery.newMethod', { method: deliveryWords(next, t) })}</Text>
      <Changes label={t('pages.delivery')} rows={rows} />
      <Text c="dimmed" maw="86ch">
        {t('delivery.atForming')}
      </Text>
      <PageButtons
        menu={false}
        back
        next={{ submit: true, label: t('common.save'), loading: busy, disabled: sameDelivery(current, next) }}
      />
    </WorkForm>
  );
}
