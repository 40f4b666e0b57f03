import { Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CommandState } from '../../../src-shared/bridge/commands';
import { ChoiceSwitch } from '../../components/choice-switch';
import { ExportMenu } from '../../components/export-menu';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { PagedTable } from '../../components/table/data-table';
import { useT } from '../../i18n/use-t';
import { markCommandsSeen, useCommands } from '../../state/commands';
import { replaceRoute } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { journalViews, type RouteParams } from '../../state/routes';
import { CommandDrawer } from './command-drawer';
import { useJournalActions } from './journal-actions';
import { useJournalColumns } from './journal-columns';
import { type JournalRow, journalRows } from './journal-rows';

type View = (typeof journalViews)[number];

const STATES: Record<View, CommandState[] | undefined> = {
  all: undefined,
  open: ['waiting', 'sending'],
  accepted: ['accepted'],
  rejected: ['rejected'],
  cancelled: ['cancelled'],
};
const FOLLOW_MS = 150;
const nothing = (): void => undefined;

/** «Журнал операций»: every command that was given here, and what came of it. */
export function Journal({ view = 'all' }: RouteParams<'journal'>) {
  const t = useT();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim().slice(0, 80), FOLLOW_MS);
  const [opened, setOpened] = useState<JournalRow | null>(null);
  const states = STATES[view];
  const asked = { search, ...(states ? { states } : {}) };
  const counted = useProcedure('commands.list', { ...asked, offset: 0, limit: 1 }, { keepPrevious: true });
  const columns = useJournalColumns();
  const actions = useJournalActions();
  const unseen = useCommands((state) => state.unseen);
  useEffect(() => {
    if (unseen > 0) markCommandsSeen();
  }, [unseen]);
  const narrowed = search !== '' || view !== 'all';
  return (
    <Page title={t('pages.journal')} intro={t('journal.intro')} wide fill>
      <Group align="end" gap="sm">
        <TextInput
          label={t('journal.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          maxLength={80}
          w={320}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ChoiceSwitch
          label={t('journal.filter')}
          value={view}
          onChange={(next) => replaceRoute('journal', { view: next })}
          choices={journalViews.map((one) => ({ value: one, label: t(`journal.view.${one}`) }))}
        />
      </Group>
      {counted.error ? (
        <ErrorState error={counted.error} onRetry={() => void counted.refetch()} />
      ) : (
        <PagedTable
          id="journal"
          label={t('pages.journal')}
          columns={columns}
          source={{
            key: JSON.stringify(asked),
            version: counted.dataUpdatedAt,
            rowCount: counted.isPlaceholderData ? null : (counted.data?.total ?? null),
            fetchRows: (offset, limit) => journalRows({ ...asked, offset, limit }),
          }}
          // Newest first; the journal has no other order.
          sort={null}
          onSort={nothing}
          onActivate={setOpened}
          rowActions={actions}
          tools={(screen) => (
            <ExportMenu
              disabled={!counted.data?.total}
              document={() => ({ kind: 'journal', ...asked, columns: screen.columns })}
            />
          )}
          empty={
            <EmptyState
              title={t(narrowed ? 'journal.nothing' : 'journal.none')}
              hint={t(narrowed ? 'journal.nothingHint' : 'journal.noneHint')}
            />
          }
        />
      )}
      <PageButtons back />
      <CommandDrawer row={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
