import { Button, Text } from '@mantine/core';
import { formatSum } from '../../../src-shared/domain/money';
import { formatDay } from '../../../src-shared/domain/period';
import { OfflineNote, PendingNotice, RuleNote } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { AsOf } from '../../components/freshness';
import { monthWords } from '../../components/month-words';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useLanguage, useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import { useOperatorNow } from '../../state/sync';
import { REGISTER_FORM, RegisterForm } from './register-form';
import { type RegisterBar, type RegisterFacts, registerTerms } from './register-rules';

/** «Регистрация платежей»: a request to put off the payment of the regular invoice (guide §2.2.3). */
export function PaymentRegister() {
  const t = useT();
  const account = useProcedure('account.get', undefined);
  const invoices = useProcedure('account.invoices', undefined);
  const guarantees = useProcedure('requests.guarantees', undefined);
  const fault = faultOf(account, invoices, guarantees);
  const known = account.data && invoices.data && guarantees.data;
  return (
    <Page
      title={t('pages.payment-register')}
      intro={t('register.about')}
      actions={<AsOf at={account.data?.asOf} />}
    >
      <OfflineNote evenSuspended />
      {fault ? (
        <>
          <ErrorState {...fault} />
          <PageButtons back />
        </>
      ) : !known ? (
        <TextSkeleton lines={4} />
      ) : !account.data?.account ? (
        <>
          <EmptyState title={t('account.none')} />
          <PageButtons back />
        </>
      ) : (
        <Register
          facts={{
            account: account.data.account,
            invoices: invoices.data?.items ?? [],
            guarantees: guarantees.data?.items ?? [],
          }}
        />
      )}
    </Page>
  );
}

function Register({ facts }: { facts: RegisterFacts }) {
  const t = useT();
  const flow = useCommandFlow(REGISTER_FORM);
  const pending = usePending(['register-payment']);
  const terms = registerTerms(facts, useOperatorNow());
  return (
    <CommandStage
      flow={flow}
      meanwhile={<ToHistory />}
      done={() => (
        <>
          <Outcome tone="good" title={t('register.done')}>
            <Text>{t('register.doneHint')}</Text>
          </Outcome>
          <ToHistory />
        </>
      )}
    >
      <PendingNotice commands={pending} />
      {'bar' in terms ? (
        <Barred bar={terms} />
      ) : (
        <RegisterForm
          terms={terms}
          busy={flow.phase === 'storing'}
          onSend={(body) => flow.send({ kind: 'register-payment', body })}
        />
      )}
    </CommandStage>
  );
}

function ToHistory({ back = false }: { back?: boolean }) {
  const t = useT();
  return (
    <PageButtons back={back}>
      <Button variant="default" onClick={() => navigate('guarantees')}>
        {t('pages.guarantees')}
      </Button>
    </PageButtons>
  );
}

/** Why there is nothing to register now, said in place of the form. */
function Barred({ bar }: { bar: RegisterBar }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {bar.bar === 'young' && (
        <RuleNote title={t('register.young')}>
          {t('register.youngHint', { day: formatDay(bar.opensOn) })}
        </RuleNote>
      )}
      {bar.bar === 'no-invoice' && <EmptyState title={t('register.noInvoice')} />}
      {bar.bar === 'paid' && (
        <EmptyState
          title={t('register.paid')}
          hint={t('register.paidHint', {
            number: bar.invoice.number,
            month: monthWords(bar.invoice.month, language),
          })}
        />
      )}
      {bar.bar === 'open' && (
        <RuleNote title={t('register.open')}>
          <Text>
            {t('register.openHint', {
              sum: formatSum(bar.guarantee.amount),
              day: formatDay(bar.guarantee.promisedOn),
              status: t(`guarantees.status.${bar.guarantee.status}`).toLowerCase(),
            })}
          </Text>
        </RuleNote>
      )}
      <ToHistory back />
    </>
  );
}
