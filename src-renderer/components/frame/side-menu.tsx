import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconHome, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { z } from 'zod';
import { useT } from '../../i18n/use-t';
import { navigate, useRoute } from '../../state/navigation';
import { usePreference } from '../../state/preferences';
import { type PageName, subscriberOf } from '../../state/routes';
import styles from './frame.module.css';
import { adminMenu, leadsTo, type MenuItem, subscriberMenu } from './menu-items';

const boolean = z.boolean();

/** The guide's menu: the subscriber's while a subscriber's page is open, the administrator's otherwise. */
export function SideMenu({ onSignOut }: { onSignOut: () => void }) {
  const t = useT();
  const route = useRoute();
  const [folded, setFolded] = usePreference('menu.folded', boolean, false);
  const subscriberId = subscriberOf(route);
  const items = subscriberId === null ? adminMenu : subscriberMenu(subscriberId);
  const home = subscriberId === null ? 'admin-menu' : 'subscriber-menu';
  const openHome = () =>
    subscriberId === null ? navigate('admin-menu') : navigate('subscriber-menu', { subscriberId });
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav
      className={styles.menu}
      data-folded={folded || undefined}
      aria-label={t(`pages.${home}`)}
      onKeyDown={walk}
    >
      <MenuButton
        icon={IconHome}
        label={t(`pages.${home}`)}
        active={route.page === home}
        folded={folded}
        heading
        onClick={openHome}
      />
      <ul className={styles.menuList}>
        {items.map((entry, index) => {
          const inside = leadsTo(entry, route.page);
          return (
            <li key={entry.id}>
              <MenuButton
                icon={entry.icon}
                label={t(entry.label)}
                // Folded, the section stands for its items.
                active={folded ? inside : entry.pages.includes(route.page)}
                folded={folded}
                {...(index < 9 ? { shortcut: String(index + 1) } : {})}
                onClick={entry.open ?? onSignOut}
              />
              {inside && !folded && <SubMenu items={entry.children} page={route.page} />}
            </li>
          );
        })}
      </ul>
      <MenuButton
        icon={Fold}
        label={t(folded ? 'menu.unfold' : 'menu.fold')}
        active={false}
        folded={folded}
        quiet
        onClick={() => setFolded(!folded)}
      />
    </nav>
  );
}

/** Items of the open section. */
function SubMenu({ items, page }: { items: readonly MenuItem[]; page: PageName }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <ul className={styles.subMenu}>
      {items.map((entry) => (
        <li key={entry.id}>
          <UnstyledButton
            className={styles.menuItem}
            data-sub
            data-active={entry.pages.includes(page) || undefined}
            aria-current={entry.pages.includes(page) ? 'page' : undefined}
            onClick={entry.open ?? undefined}
          >
            <span className={styles.menuWord}>{t(entry.label)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

type MenuButtonProps = {
  icon: MenuItem['icon'];
  label: string;
  active: boolean;
  folded: boolean;
  onClick: () => void;
  shortcut?: string;
  heading?: boolean;
  quiet?: boolean;
};

function MenuButton({
  icon: Icon,
  label,
  active,
  folded,
  onClick,
  shortcut,
  heading,
  quiet,
}: MenuButtonProps) {
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <UnstyledButton
        className={styles.menuItem}
        data-active={active || undefined}
        data-heading={heading || undefined}
        data-quiet={quiet || undefined}
        aria-current={active ? 'page' : undefined}
        aria-label={label}
        aria-keyshortcuts={shortcut ? `Control+${shortcut}` : undefined}
        onClick={onClick}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className={styles.menuWord}>{label}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

/** ↑↓ Home End walk over the items; Enter is the button's own. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[(to + buttons.length) % buttons.length]?.focus();
}
