import { type ComponentType, useLayoutEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t';
import { pages } from '../../screens/pages';
import { routeNow, useNavigation, useRoute } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { type Route, subjectKey } from '../../state/routes';
import { signOut } from '../../state/session';
import { PageGuard } from '../page-guard';
import { PreviewDialog } from '../preview/preview-dialog';
import styles from './frame.module.css';
import { Search } from './search';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import { useFrameKeys } from './use-frame-keys';

/** How far the page of each step was scrolled; its lists keep their own places. */
const scrolled = new WeakMap<Route, number>();

const leave = () => void signOut().catch(tellError);

/** The window of a signed-in person: top bar, menu of the guide, the open page. */
export function Frame() {
  const t = useT();
  const step = useNavigation((state) => state.at);
  const route = useRoute();
  const { page, params } = route;
  const work = useRef<HTMLElement>(null);
  const Screen = pages[page] as ComponentType<typeof params>;
  useFrameKeys(leave);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or step has a place of its own
  useLayoutEffect(() => {
    work.current?.scrollTo(0, scrolled.get(routeNow()) ?? 0);
  }, [page, step]);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip ?? ''} onClick={() => work.current?.focus()}>
        {t('frame.skip')}
      </button>
      <TopBar onSignOut={leave} />
      <SideMenu onSignOut={leave} />
      <main
        ref={work}
        className={styles.work}
        tabIndex={-1}
        onScroll={(event) => scrolled.set(routeNow(), event.currentTarget.scrollTop)}
      >
        <PageGuard key={subjectKey(route)}>
          <Screen {...params} />
        </PageGuard>
      </main>
      <Search />
      <PreviewDialog />
    </div>
  );
}
