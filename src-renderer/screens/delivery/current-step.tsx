import { Text } from '@mantine/core';
import type { CommandView } from '../../../src-shared/bridge/commands';
import type { Delivery } from '../../../src-shared/domain/account';
import { PendingMark } from '../../components/command/notes';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack, navigate } from '../../state/navigation';
import { DeliveryTable } from './delivery-table';

type CurrentStepProps = { current: Delivery; pending: readonly CommandView[] };

/** What is set now, and «Изменить». */
export function CurrentStep({ current, pending }: CurrentStepProps) {
  const t = useT();
  return (
    <WorkForm wide onSubmit={() => navigate('delivery', { step: 'method' })} onEscape={goBack}>
      <div>
        <DeliveryTable delivery={current} />
        <PendingMark commands={pending} />
      </div>
      <Text c="dimmed" maw="86ch">
        {t('delivery.atForming')}
      </Text>
      <PageButtons next={{ submit: true, label: t('delivery.change') }} />
    </WorkForm>
  );
}
