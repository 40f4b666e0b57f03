import { IconArrowBackUp, IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { commandRoute } from '../../components/command/command-routes';
import type { RowAction } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { openRoute } from '../../state/navigation';
import { tellError } from '../../state/notices';
import type { JournalRow } from './journal-rows';

/** How it went on is told by events; the answer may be older than they are. */
const change = (name: 'commands.retry' | 'commands.cancel', id: number): void =>
  void callBridge(name, { id }).catch(tellError);

/** Tries a waiting command at once. */
export const retryCommand = (id: number): void => change('commands.retry', id);
/** Takes a waiting command back. */
export const cancelCommand = (id: number): void => change('commands.cancel', id);

/** What can be done with a row: send now, take back, open the page that it was made on. */
export function useJournalActions(): readonly RowAction<JournalRow>[] {
  const t = useT();
  const waits = ({ command }: JournalRow) => command.state === 'waiting';
  return [
    {
      id: 'retry',
      label: t('journal.retry'),
      icon: <IconRefresh size={16} />,
      run: ({ command }) => retryCommand(command.id),
      offered: waits,
    },
    {
      id: 'cancel',
      label: t('journal.cancel'),
      icon: <IconArrowBackUp size={16} />,
      run: ({ command }) => cancelCommand(command.id),
      offered: waits,
    },
    {
      id: 'page',
      label: t('command.openPage'),
      icon: <IconExternalLink size={16} />,
      run: ({ command }) => openRoute(commandRoute(command)),
    },
  ];
}
