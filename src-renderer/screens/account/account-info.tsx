import { Anchor, Box, Title } from '@mantine/core';
import type { Account } from '../../../src-shared/domain/account';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { PendingMark } from '../../components/command/notes';
import { Fact, FactList } from '../../components/facts';
import { Grouped, Money } from '../../components/figures';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { useOperatorNow } from '../../state/sync';
import { DeliveryTable } from '../delivery/delivery-table';
import styles from './account.module.css';
import { contractAgeWords } from './contract-age';
import { DueNote } from './due-note';

/** «Персональная информация клиента» (guide §2.1). */
export function AccountInfo() {
  const t = useT();
  const { data, error, refetch } = useProcedure('account.get', undefined);
  return (
    <Page title={t('pages.account-info')} actions={<AsOf at={data?.asOf} />}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TextSkeleton lines={10} />
      ) : data.account ? (
        <AccountFacts account={data.account} />
      ) : (
        <EmptyState title={t('account.none')} />
      )}
      <PageButtons />
    </Page>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const t = useT();
  const now = useOperatorNow();
  const pending = usePending(['change-delivery']);
  const link = (words: string, open: () => void, ml: 'md' | 0 = 'md') => (
    <Anchor component="button" type="button" onClick={open} ml={ml}>
      {words}
    </Anchor>
  );
  return (
    <div className={styles.blocks}>
      <FactList>
        <Fact label={t('account.organisation')}>{account.organisation}</Fact>
        <Fact label={t('account.unpOkpo')}>
          <Grouped text={account.unp} by={3} />
          {account.okpo && (
            <>
              {' / '}
              <Grouped text={account.okpo} by={4} />
            </>
          )}
        </Fact>
        <Fact label={t('account.iban')}>
          <Grouped text={account.iban} by={4} />
        </Fact>
        <Fact label={t('account.bank')}>{[account.bankName, account.bic].filter(Boolean).join(', ')}</Fact>
        <Fact label={t('account.address')}>{account.legalAddress}</Fact>
        <Fact label={t('account.contract')}>
          {t('account.contractFrom', {
            number: account.contract.number,
            day: formatDay(account.contract.signedOn),
          })}
          {`, ${contractAgeWords(account.contract.signedOn, dayOf(now), t)}`}
        </Fact>
        <Fact label={t('account.contactEmail')}>{account.contactEmail}</Fact>
      </FactList>
      <div>
        <DeliveryTable delivery={account.delivery} />
        <Box mt={6}>
          {link(t('delivery.change'), () => navigate('delivery', {}), 0)}
          <PendingMark commands={pending} />
        </Box>
      </div>
      <section>
        <Title order={2} mb={8}>
          {t('account.money')}
        </Title>
        <FactList>
          <Fact label={t('account.previousMonth')}>
            <Money amount={account.previousMonthCharges} form="words" />
            {link(t('account.toInvoices'), () => navigate('invoice-list'))}
          </Fact>
          <Fact label={t('account.balance')}>
            <Money amount={account.balance} form="words" />
            {link(t('account.toPayments'), () => navigate('payment-list'))}
          </Fact>
          <Fact label={t('account.amountDue')}>
            <Money amount={account.amountDue} form="words" />
            {account.dueOn && ', '}
            <DueNote account={account} />
            {link(t('account.toInvoices'), () => navigate('invoice-list'))}
          </Fact>
          <Fact label={t('account.status')}>{t(`common.status.${account.status}`)}</Fact>
          <Fact label={t('account.numberAndDay')}>
            {t('account.numberFrom', { number: account.number, day: formatDay(account.openedOn) })}
          </Fact>
          <Fact label={t('account.paymentForm')}>{t(`account.paymentForm.${account.paymentForm}`)}</Fact>
        </FactList>
      </section>
    </div>
  );
}
