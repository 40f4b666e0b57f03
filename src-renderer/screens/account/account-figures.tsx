import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Account } from '../../../src-shared/domain/account';
import { Money } from '../../components/figures';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import styles from './account.module.css';
import { DueNote } from './due-note';

type FigureProps = { label: string; amount: number; note?: ReactNode; onOpen: () => void };

function Figure({ label, amount, note, onOpen }: FigureProps) {
  return (
    <UnstyledButton className={styles.figure} onClick={onOpen}>
      <div className={styles.figureLabel}>{label}</div>
      <div className={styles.figureValue}>
        <Money amount={amount} form="words" />
      </div>
      {note && <div className={styles.figureLabel}>{note}</div>}
    </UnstyledButton>
  );
}

/** The three sums an accountant asks for first; each opens its sources. */
export function AccountFigures({ account }: { account: Account }) {
  const t = useT();
  return (
    <div className={styles.figures}>
      <Figure
        label={t('account.amountDue')}
        amount={account.amountDue}
        note={account.dueOn && <DueNote account={account} />}
        onOpen={() => navigate('invoice-list')}
      />
      <Figure label={t('account.balance')} amount={account.balance} onOpen={() => navigate('payment-list')} />
      <Figure
        label={t('account.previousMonth')}
        amount={account.previousMonthCharges}
        onOpen={() => navigate('invoice-list')}
      />
    </div>
  );
}
