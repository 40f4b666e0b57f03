import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconFile, IconSearch, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { navigate, openRoute, useNavigation } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import type { Route } from '../../state/routes';
import { useDemo } from '../post/use-demo';
import { accountPages, programPages, subscriberPages } from './search-pages';

const FOUND_AT_MOST = 8;

/** Ctrl+K: pages by their words, subscribers by number, name or plan. */
export function Search() {
  const t = useT();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 120);
  const demo = useDemo();
  const chosen = useNavigation((state) => state.chosenSubscriber);
  const { data } = useProcedure(
    'subscribers.search',
    { mask: asked.slice(0, 80), offset: 0, limit: FOUND_AT_MOST },
    { enabled: asked !== '', keepPrevious: true },
  );
  const routes: Route[] = [
    ...accountPages.map((page): Route => ({ page, params: {} })),
    ...programPages.map((page): Route => ({ page, params: {} })),
    ...(demo ? [{ page: 'demo', params: {} } as const] : []),
    ...(chosen === null
      ? []
      : subscriberPages.map((page): Route => ({ page, params: { subscriberId: chosen } }))),
  ];
  const words = query.trim().toLowerCase();
  const found = routes.filter(({ page }) => t(`pages.${page}`).toLowerCase().includes(words));
  const people = words === '' || asked === '' ? [] : (data?.items ?? []);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t('frame.search') } }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('frame.searchHint')}
        aria-label={t('frame.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.subscribers')}>
            {people.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={formatPhone(person.number)}
                description={`${person.name}, ${person.planTitle}`}
                leftSection={<IconUser size={18} aria-hidden />}
                onClick={() => navigate('subscriber-menu', { subscriberId: person.id })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.pages')}>
            {found.map((route) => (
              <Spotlight.Action
                key={route.page}
                label={t(`pages.${route.page}`)}
                leftSection={<IconFile size={18} aria-hidden />}
                onClick={() => {
                  openRoute(route);
                  spotlight.close();
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length + people.length === 0 && <Spotlight.Empty>{t('frame.nothingFound')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
