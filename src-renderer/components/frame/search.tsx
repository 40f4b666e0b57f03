import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconFile, IconSearch, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Subscriber } from '../../../src-shared/domain/account';
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
  const wanted = query.trim();
  const [asked] = useDebouncedValue(wanted, 120);
  /** Enter was pressed before the answer to what is typed was here. */
  const [entered, setEntered] = useState(false);
  const demo = useDemo();
  const chosen = useNavigation((state) => state.chosenSubscriber);
  const { data, isPending, isPlaceholderData } = useProcedure(
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
  // The people shown are those of a former text, or none are here yet.
  const late = wanted !== asked || (asked !== '' && (isPending || isPlaceholderData));
  const words = wanted.toLowerCase();
  const found = routes.filter(({ page }) => t(`pages.${page}`).toLowerCase().includes(words));
  const people = words === '' || asked === '' ? [] : (data?.items ?? []);
  // Whoever unlocks the account finds its page, not a search over it.
  useEffect(() => spotlight.close, []);
  const open = ({ id }: Subscriber) => navigate('subscriber-menu', { subscriberId: id });
  const [person] = people;
  const [route] = found;
  useEffect(() => {
    if (!entered || late) return;
    setEntered(false);
    spotlight.close();
    if (person) open(person);
    else if (route) openRoute(route);
  });
  /** Before the kit's own, which would open what was found for a former text. */
  const waitForAnswer = (event: KeyboardEvent) => {
    if (!late || event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  };
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={(text) => {
        setEntered(false);
        setQuery(text);
      }}
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
        onKeyDownCapture={waitForAnswer}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame.subscribers')}>
            {people.map((one) => (
              <Spotlight.Action
                key={one.id}
                label={formatPhone(one.number)}
                description={`${one.name}, ${one.planTitle}`}
                leftSection={<IconUser size={18} aria-hidden />}
                onClick={() => open(one)}
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
        {!late && found.length + people.length === 0 && (
          <Spotlight.Empty>{t('frame.nothingFound')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
