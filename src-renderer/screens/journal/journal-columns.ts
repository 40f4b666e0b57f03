import { useMemo } from 'react';
import type { Column } from '../../components/table/types';
import { useLanguage, useT } from '../../i18n/use-t';
import type { JournalRow } from './journal-rows';
import { reasonWords, STATE_TONE, whatWords, whomWords } from './journal-words';

/** Columns of «Журнал операций»; their ids are those of its export. */
export function useJournalColumns(): readonly Column<JournalRow>[] {
  const t = useT();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'createdAt',
        title: t('journal.createdAt'),
        type: 'instant',
        value: ({ command }) => command.createdAt,
        sortable: false,
        hideable: false,
      },
      {
        id: 'what',
        title: t('journal.what'),
        type: 'text',
        value: (row) => whatWords(row, t, language),
        sortable: false,
        width: 280,
        growTo: 460,
      },
      {
        id: 'whom',
        title: t('journal.whom'),
        type: 'text',
        value: (row) => whomWords(row, t),
        sortable: false,
        width: 200,
        growTo: 320,
      },
      {
        id: 'state',
        title: t('journal.state'),
        type: 'badge',
        value: ({ command }) => command.state,
        words: ({ command }) => t(`journal.state.${command.state}`),
        tone: ({ command }) => STATE_TONE[command.state],
        sortable: false,
        width: 128,
      },
      {
        id: 'reason',
        title: t('journal.reason'),
        type: 'text',
        value: ({ command }) => reasonWords(command, t),
        sortable: false,
        width: 220,
        growTo: 640,
      },
      {
        id: 'finishedAt',
        title: t('journal.finishedAt'),
        type: 'instant',
        value: ({ command }) => command.finishedAt,
        sortable: false,
        hiddenAtFirst: true,
      },
      {
        id: 'attempts',
        title: t('journal.attempts'),
        type: 'integer',
        value: ({ command }) => command.attempts,
        sortable: false,
        hiddenAtFirst: true,
      },
    ],
    [t, language],
  );
}
