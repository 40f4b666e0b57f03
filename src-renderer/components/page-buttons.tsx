import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import { goBack, navigate } from '../state/navigation';
import styles from './page.module.css';

type PageButtonsProps = {
  /** «В меню»: where to; by default the administrator's menu. False leaves the button out. */
  menu?: (() => void) | false;
  /** «Назад»: true goes one page back. */
  back?: (() => void) | boolean;
  /** «Далее», the primary action; `label` is another word of the guide («Поиск», «Изменить»). */
  next?: { onClick?: () => void; label?: string; disabled?: boolean; loading?: boolean; submit?: boolean };
  /** More buttons, after the others. */
  children?: ReactNode;
};

/** The row of buttons that ends a page of the guide: «В меню», «Назад», «Далее». */
export function PageButtons({ menu, back, next, children }: PageButtonsProps) {
  const t = useT();
  return (
    <div className={styles.buttons}>
      {menu !== false && (
        <Button variant="default" onClick={menu ?? (() => navigate('admin-menu'))}>
          {t('common.menu')}
        </Button>
      )}
      {back && (
        <Button variant="default" onClick={back === true ? goBack : back}>
          {t('common.back')}
        </Button>
      )}
      {next && (
        <Button
          type={next.submit ? 'submit' : 'button'}
          disabled={next.disabled ?? false}
          loading={next.loading ?? false}
          {...(next.onClick ? { onClick: next.onClick } : {})}
        >
          {next.label ?? t('common.next')}
        </Button>
      )}
      {children}
    </div>
  );
}
