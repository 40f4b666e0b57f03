import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { CommandView } from '../../../src-shared/bridge/commands';
import { describeError } from '../../i18n/error-words';
import { useLanguage, useT } from '../../i18n/use-t';
import { submissionsSettled, useCommands } from '../../state/commands';
import { openRoute } from '../../state/navigation';
import { noticeCloseButton } from '../../state/notices';
import { operatorNow } from '../../state/sync';
import { commandRoute } from './command-routes';
import { type CommandSubject, commandSubject } from './command-subject';
import { commandWhat } from './command-words';
import { JournalLink } from './outcome';

const DONE_CLOSES_AFTER_MS = 8000;

/** Tells of commands that were answered while another page is open; a refusal stays until it is closed. */
export function CommandNotices() {
  const t = useT();
  const language = useLanguage();
  useEffect(() => {
    const tell = (command: CommandView, subject: CommandSubject | null) => {
      const accepted = command.state === 'accepted';
      const id = `command-${command.id}`;
      const close = () => notifications.hide(id);
      notifications.show({
        id,
        title: t(accepted ? 'command.notice.accepted' : 'command.notice.rejected', {
          what: commandWhat(command, subject, t, language),
        }),
        message: accepted ? (
          <NoticeLinks command={command} onLeave={close} />
        ) : (
          <>
            <div>{describeError(command.error, t, operatorNow()).action}</div>
            <NoticeLinks command={command} onLeave={close} />
          </>
        ),
        color: accepted ? 'green' : 'amber',
        withBorder: true,
        closeButtonProps: noticeCloseButton(),
        autoClose: accepted ? DONE_CLOSES_AFTER_MS : false,
      });
    };
    return useCommands.subscribe(({ heard }, before) => {
      for (const command of Object.values(heard)) {
        const former = before.heard[command.id];
        if (former === command || former?.state === command.state) continue;
        if (command.state !== 'accepted' && command.state !== 'rejected') continue;
        void Promise.all([commandSubject(command), submissionsSettled()]).then(([subject]) => {
          if (!useCommands.getState().watched.includes(command.id)) tell(command, subject);
        });
      }
    });
  }, [t, language]);
  return null;
}

function NoticeLinks({ command, onLeave }: { command: CommandView; onLeave: () => void }) {
  const t = useT();
  const open = () => {
    openRoute(commandRoute(command));
    onLeave();
  };
  return (
    <div style={{ display: 'flex', gap: 16, marginTop: 6 }}>
      <Anchor component="button" type="button" size="sm" onClick={open}>
        {t('command.openPage')}
      </Anchor>
      <JournalLink size="sm" onLeave={onLeave} />
    </div>
  );
}
