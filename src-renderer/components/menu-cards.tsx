import { UnstyledButton } from '@mantine/core';
import type { MessageKey } from '../i18n/messages';
import { useT } from '../i18n/use-t';
import type { MenuItem } from './frame/menu-items';
import styles from './menu-cards.module.css';

type MenuCardsProps = {
  items: readonly MenuItem[];
  /** The paragraph of an item; items without one (the sign-out) get no card. */
  about: (item: MenuItem) => MessageKey | null;
  /** A word of warning under the paragraph. */
  mark?: (item: MenuItem) => MessageKey | null;
};

/** Sections with the guide's paragraph about each; the whole card opens its section. */
export function MenuCards({ items, about, mark }: MenuCardsProps) {
  const t = useT();
  return (
    <ul className={styles.cards}>
      {items.map((item) => {
        const { id, label, icon: Icon, open } = item;
        const text = about(item);
        const warning = mark?.(item);
        if (!open || text === null) return null;
        return (
          <li key={id}>
            <UnstyledButton className={styles.card} onClick={open}>
              <Icon size={20} aria-hidden className={styles.icon} />
              <span className={styles.title}>{t(label)}</span>
              <span className={styles.about}>{t(text)}</span>
              {warning && <span className={styles.mark}>{t(warning)}</span>}
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
