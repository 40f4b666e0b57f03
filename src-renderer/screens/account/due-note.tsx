import { type Account, isOverdue } from '../../../src-shared/domain/account';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';
import styles from './account.module.css';

/** By when the amount due is to be paid, or that this day has passed; nothing while there is no such day. */
export function DueNote({ account }: { account: Account }) {
  const t = useT();
  const today = dayOf(useOperatorNow());
  if (!account.dueOn) return null;
  const day = formatDay(account.dueOn);
  if (!isOverdue(account, today)) return t('account.dueOn', { day });
  return <span className={styles.overdue}>{t('account.overdue', { day })}</span>;
}
