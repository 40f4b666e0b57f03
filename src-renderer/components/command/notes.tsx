import { Alert, Text, UnstyledButton } from '@mantine/core';
import { IconCloudOff, IconHourglass, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommandView } from '../../../src-shared/bridge/commands';
import { useLanguage, useT } from '../../i18n/use-t';
import { useCommands } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { useSession } from '../../state/session';
import { useOnline } from '../../state/sync';
import { minutes } from '../figures';
import styles from './command.module.css';
import { useCommandSubjects } from './command-subject';
import { commandWhat } from './command-words';
import { JournalLink } from './outcome';

type OfflineNoteProps = {
  /** The operator takes this page's commands of a suspended account too. */
  evenSuspended?: boolean;
};

/** What stands against commands now, said before anything is typed: no network, a suspended account. */
export function OfflineNote({ evenSuspended = false }: OfflineNoteProps) {
  const t = useT();
  const offline = !useOnline();
  const forVisit = useSession()?.cacheForVisit;
  const suspended = useProcedure('account.get', undefined).data?.account?.status === 'suspended';
  return (
    <>
      {offline && (
        <Alert color="amber" variant="light" flex="none" icon={<IconCloudOff aria-hidden />}>
          {t(forVisit ? 'command.offlineVisit' : 'command.offline')}
        </Alert>
      )}
      {suspended && !evenSuspended && (
        <RuleNote title={t('command.suspended')}>{t('command.suspendedHint')}</RuleNote>
      )}
    </>
  );
}

/** A rule that closes a page for now, said before it is run into. */
export function RuleNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Alert color="amber" variant="light" flex="none" title={title} icon={<IconLock aria-hidden />}>
      {children}
    </Alert>
  );
}

/** Commands that wait in the outbox and will change what this page shows; the page's own tells its outcome itself. */
export function PendingNotice({ commands }: { commands: readonly CommandView[] }) {
  const t = useT();
  const language = useLanguage();
  const watched = useCommands((state) => state.watched);
  const others = commands.filter(({ id }) => !watched.includes(id));
  const subjects = useCommandSubjects(others);
  if (others.length === 0) return null;
  return (
    <Alert
      color="amber"
      variant="light"
      flex="none"
      title={t('command.pending')}
      icon={<IconHourglass aria-hidden />}
    >
      {others.map((command, at) => (
        <Text key={command.id}>
          {commandWhat(command, subjects[at] ?? null, t, language)}, {minutes(command.createdAt)}
        </Text>
      ))}
      <JournalLink />
    </Alert>
  );
}

/** Beside a value that an unanswered command will change; opens the journal. */
export function PendingMark({ commands }: { commands: readonly CommandView[] }) {
  const t = useT();
  if (commands.length === 0) return null;
  return (
    <UnstyledButton className={styles.mark} onClick={() => navigate('journal')}>
      <IconHourglass size={14} aria-hidden />
      {t('command.pendingMark')}
    </UnstyledButton>
  );
}
