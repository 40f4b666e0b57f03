import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import styles from './command.module.css';

/** `changed` false: stays as it is. */
export type Change = { label: string; before: ReactNode; after: ReactNode; changed: boolean };

/** Old and new side by side, before anything is sent. */
export function Changes({ label, rows }: { label: string; rows: readonly Change[] }) {
  const t = useT();
  return (
    <table className={styles.changes} aria-label={label}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('command.before')}</th>
          <th scope="col">{t('command.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} data-changed={row.changed || undefined}>
            <th scope="row">{row.label}</th>
            <td>{row.before}</td>
            <td>{row.changed ? row.after : t('command.same')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
