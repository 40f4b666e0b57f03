import type { ReactNode } from 'react';
import styles from './facts.module.css';
import { Nothing } from './figures';

/** Labels with their values, as the guide's information pages print them. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

type FactProps = { label: string; children: ReactNode };

export function Fact({ label, children }: FactProps) {
  const nothing = children === null || children === undefined || children === '';
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{nothing ? <Nothing /> : children}</dd>
    </div>
  );
}
