import { ActionIcon, Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import { ErrorState } from '../../components/states';
import { useKeptFocus } from '../../components/use-kept-focus';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { queryClient, useCommand, useProcedure } from '../../state/procedures';
import { filterOfView, shownView, viewOf } from './kept-views';

/** As long as the contract keeps. */
const MAX_NAME = 60;

type ViewsMenuProps = {
  filter: CdrFilter;
  sort: CdrSort;
  onChoose: (filter: CdrFilter, sort: CdrSort) => void;
};

/** «Мои фильтры»: choose kept filters, keep the current ones under a name, delete. */
export function ViewsMenu({ filter, sort, onChoose }: ViewsMenuProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const focus = useKeptFocus();
  const kept = useProcedure('views.list', undefined);
  const views = kept.data?.items ?? [];
  const save = useCommand('views.save');
  const remove = useCommand('views.remove');
  const shown = shownView(views, filter, sort);
  const known = views.some((view) => view.name === name.trim());
  const failure = save.error ?? remove.error;
  const reread = () => queryClient.invalidateQueries({ queryKey: ['views.list'] });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save.mutate(viewOf(name, filter, sort), {
      onSuccess: () => {
        setName('');
        void reread();
      },
    });
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBookmark size={15} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {shown ? shown.name : t('cdrs.views.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('cdrs.views.title')}>
        <Stack gap="xs" w={320} {...focus}>
          {kept.error && <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />}
          {kept.data?.items.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('cdrs.views.none')}
            </Text>
          )}
          <Stack gap={2} mah={260} style={{ overflowY: 'auto' }}>
            {views.map((view) => (
              <Group key={view.name} gap={4} wrap="nowrap">
                <Button
                  variant="subtle"
                  color="gray"
                  c="inherit"
                  size="compact-sm"
                  justify="flex-start"
                  style={{ flex: 1, minWidth: 0 }}
                  aria-pressed={view === shown}
                  rightSection={view === shown && <IconCheck size={15} aria-hidden />}
                  onClick={() => {
                    setOpened(false);
                    onChoose(filterOfView(view, filter), view.sort);
                  }}
                >
                  <Text span inherit truncate title={view.name}>
                    {view.name}
                  </Text>
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('cdrs.views.remove', { name: view.name })}
                  onClick={() => remove.mutate({ name: view.name }, { onSuccess: () => void reread() })}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
          </Stack>
          <Divider />
          <form onSubmit={submit}>
            <TextInput
              label={t('cdrs.views.name')}
              description={t('cdrs.views.nameHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={name}
              maxLength={MAX_NAME}
              autoComplete="off"
              error={failure ? describeError(failure, t).what : null}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Button
              type="submit"
              size="compact-md"
              mt="xs"
              disabled={name.trim() === ''}
              loading={save.isPending}
            >
              {t(known ? 'cdrs.views.replace' : 'cdrs.views.save')}
            </Button>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
