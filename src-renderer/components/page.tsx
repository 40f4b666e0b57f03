import { Skeleton, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page.module.css';

type PageTitleProps = {
  title: string;
  /** The guide's sentence about the page. */
  intro?: ReactNode;
  /** Stands at the right of the title. */
  actions?: ReactNode;
};

/** Heading of a page; takes the focus when the page opens, so that a screen reader begins here. */
export function PageTitle({ title, intro, actions }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} — SIP Cabinet`;
    // A field that took the focus itself (sign-in, search) keeps it.
    const focused = document.activeElement;
    if (!focused || focused === document.body || !focused.matches('input, textarea'))
      heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header>
      <div className={styles.head}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {intro && <p className={styles.intro}>{intro}</p>}
    </header>
  );
}

type PageProps = PageTitleProps & {
  children: ReactNode;
  /** Tables take the whole width; texts and forms stay readable. */
  wide?: boolean;
  /** The page takes the window's height and its table scrolls inside. */
  fill?: boolean;
};

export function Page({ title, intro, actions, children, wide, fill }: PageProps) {
  return (
    <div className={styles.page} data-wide={wide || undefined} data-fill={fill || undefined}>
      <PageTitle title={title} intro={intro} actions={actions} />
      {children}
    </div>
  );
}

/** Lines in place of a text that is on its way. */
export function TextSkeleton({ lines = 6 }: { lines?: number }) {
  return (
    <Stack gap={14} className={styles.skeleton ?? ''} aria-busy>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing else and never move
        <Skeleton key={index} height={12} width={`${72 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
