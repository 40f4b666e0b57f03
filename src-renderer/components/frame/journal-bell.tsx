import { Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { phaseOf } from '../../state/command-phase';
import { useCommands, useOpenCommands } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { useOnline } from '../../state/sync';
import { BarButton } from './bar-button';

/** Opens «Журнал операций»; a number says how many commands were refused unseen, or wait to be sent. */
export function JournalBell() {
  const t = useT();
  const unseen = useCommands((state) => state.unseen);
  const online = useOnline();
  const waiting = useOpenCommands().filter((command) => phaseOf(command, online) === 'waiting').length;
  const count = unseen || waiting;
  const label =
    unseen > 0
      ? t('journal.unseen', { count: unseen })
      : waiting > 0
        ? t('journal.waiting', { count: waiting })
        : t('journal.title');
  return (
    <Indicator
      disabled={count === 0}
      label={count}
      size={16}
      color={unseen > 0 ? 'amber.6' : 'gray.7'}
      offset={5}
    >
      <BarButton label={label} onClick={() => navigate('journal')}>
        <IconBell size={18} aria-hidden />
      </BarButton>
    </Indicator>
  );
}
