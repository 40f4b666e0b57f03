import { Button, type ButtonProps, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { tellDone } from '../../state/notices';
import { queryClient } from '../../state/procedures';
import { ErrorState } from '../states';

type ReplaceButtonProps = {
  label: string;
  /** What a screen reader says where the label is one of many alike. */
  spoken?: string;
  size?: ButtonProps['size'];
  disabled?: boolean;
  question: string;
  /** What will happen. */
  children: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  onConfirm: () => Promise<void>;
  /** Told when it is done. */
  done: string;
};

/** Puts something else in the place of the cache, after a question. */
export function ReplaceButton({ label, spoken, size, disabled = false, ...texts }: ReplaceButtonProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const close = () => {
    if (running) return;
    setAsking(false);
    setFault(null);
  };
  const replace = async () => {
    setRunning(true);
    setFault(null);
    try {
      await texts.onConfirm();
      // Everything on the screens came from the file that was replaced.
      await queryClient.invalidateQueries();
      setAsking(false);
      tellDone(texts.done);
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
        {...(size ? { size } : {})}
        {...(spoken ? { 'aria-label': spoken } : {})}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        // Its <header> would count as another banner of the page.
        attributes={{ header: { role: 'presentation' } }}
        title={texts.question}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          {texts.children}
          {fault !== null && <ErrorState error={fault} />}
          <Group>
            <Button loading={running} onClick={() => void replace()}>
              {texts.confirm}
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
