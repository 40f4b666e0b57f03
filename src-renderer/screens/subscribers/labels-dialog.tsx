import { Button, Group, Modal, Stack } from '@mantine/core';
import type { Subscriber } from '../../../src-shared/domain/account';
import { formatPhone } from '../../../src-shared/domain/phone';
import { LabelsField } from '../../components/labels/labels-field';
import { useT } from '../../i18n/use-t';

type LabelsDialogProps = { subscriber: Subscriber | null; onClose: () => void };

/** Labels of a subscriber of the list. */
export function LabelsDialog({ subscriber, onClose }: LabelsDialogProps) {
  const t = useT();
  return (
    <Modal
      opened={subscriber !== null}
      onClose={onClose}
      // Its <header> would count as another banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      title={subscriber && `${formatPhone(subscriber.number)}, ${subscriber.name}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {subscriber && (
        <Stack gap="md">
          <LabelsField subscriberId={subscriber.id} label={t('labels.title')} />
          <Group>
            <Button onClick={onClose}>{t('labels.done')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
