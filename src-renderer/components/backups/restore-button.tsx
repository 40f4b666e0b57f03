import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../../src-shared/bridge/backups';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone } from '../../state/notices';
import { queryClient } from '../../state/procedures';
import { minutes } from '../figures';
import { ErrorState } from '../states';

type RestoreButtonProps = {
  backup: Backup;
  /** Names the copy on the button itself, where no list does. */
  named?: boolean;
  disabled?: boolean;
};

/** Goes back to a copy, after a question. */
export function RestoreButton({ backup, named = false, disabled = false }: RestoreButtonProps) {
  const t = useT();
  const time = minutes(backup.madeAt).replace(' ', '\u00a0');
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const close = () => {
    if (running) return;
    setAsking(false);
    setFault(null);
  };
  const restore = async () => {
    setRunning(true);
    setFault(null);
    try {
      await callBridge('backups.restore', { name: backup.name });
      // Everything on the screens came from the file that was replaced.
      await queryClient.invalidateQueries();
      setAsking(false);
      tellDone(t('backups.restored', { time }));
    } catch (error) {
      setFault(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Button
        variant="default"
        {...(named ? {} : { size: 'compact-sm', 'aria-label': t('backups.restoreFrom', { time }) })}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {named ? t('backups.restoreFrom', { time }) : t('backups.restore')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        // Its <header> would count as another banner of the page.
        attributes={{ header: { role: 'presentation' } }}
        title={t('backups.question')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text>{t('backups.whatHappens', { time })}</Text>
          {fault !== null && <ErrorState error={fault} />}
          <Group>
            <Button loading={running} onClick={() => void restore()}>
              {t('backups.restore')}
            </Button>
            <Button variant="default" disabled={running} onClick={close}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
