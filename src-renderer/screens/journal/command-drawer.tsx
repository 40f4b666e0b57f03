import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { commandRoute } from '../../components/command/command-routes';
import { commandTitle } from '../../components/command/command-words';
import { Fact, FactList } from '../../components/facts';
import { Instant } from '../../components/figures';
import { describeError } from '../../i18n/error-words';
import { useLanguage, useT } from '../../i18n/use-t';
import { useCommands } from '../../state/commands';
import { openRoute } from '../../state/navigation';
import { operatorNow } from '../../state/sync';
import { cancelCommand, retryCommand } from './journal-actions';
import type { JournalRow } from './journal-rows';
import { whatWords, whomWords } from './journal-words';

type CommandDrawerProps = { row: JournalRow | null; onClose: () => void };

/** Everything about one command; a waiting one can be sent at once or taken back. */
export function CommandDrawer({ row, onClose }: CommandDrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      attributes={{ header: { role: 'presentation' } }}
      size={460}
      title={
        <Text span fw={600} size="lg">
          {row && commandTitle(row.command.kind, t)}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row && <Details row={row} onClose={onClose} />}
    </Drawer>
  );
}

function Details({ row, onClose }: { row: JournalRow; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  // The row is of the moment at which it was opened; the command may have gone on.
  const command = useCommands((state) => state.heard[row.command.id]) ?? row.command;
  const words = command.error && describeError(command.error, t, operatorNow());
  return (
    <Stack gap="md">
      {words && (
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />} title={words.what}>
          {words.action}
        </Alert>
      )}
      <FactList>
        <Fact label={t('journal.what')}>{whatWords({ ...row, command }, t, language)}</Fact>
        <Fact label={t('journal.whom')}>{whomWords({ ...row, command }, t)}</Fact>
        <Fact label={t('journal.state')}>{t(`journal.state.${command.state}`)}</Fact>
        <Fact label={t('journal.createdAt')}>
          <Instant at={command.createdAt} seconds />
        </Fact>
        <Fact label={t('journal.finishedAt')}>
          <Instant at={command.finishedAt} seconds />
        </Fact>
        <Fact label={t('journal.attempts')}>{command.attempts}</Fact>
        {command.state === 'waiting' && (
          <Fact label={t('sync.nextTryLabel')}>
            <Instant at={command.nextTryAt} seconds />
          </Fact>
        )}
        <Fact label={t('journal.number')}>{command.id}</Fact>
      </FactList>
      <Group gap="xs">
        {command.state === 'waiting' && (
          <>
            <Button onClick={() => retryCommand(command.id)}>{t('journal.retry')}</Button>
            <Button variant="default" onClick={() => cancelCommand(command.id)}>
              {t('journal.cancel')}
            </Button>
          </>
        )}
        <Button
          variant="default"
          onClick={() => {
            onClose();
            openRoute(commandRoute(command));
          }}
        >
          {t('command.openPage')}
        </Button>
      </Group>
    </Stack>
  );
}
