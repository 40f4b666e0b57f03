import { Text } from '@mantine/core';
import { useEffect } from 'react';
import type { Delivery as DeliverySetting } from '../../../src-shared/domain/account';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { useDraft } from '../../state/drafts';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { ConfirmStep } from './confirm-step';
import { CurrentStep } from './current-step';
import { type DeliveryDraft, deliveryOf, untouched } from './delivery-change';
import { AddressStep, EmailsStep, FormatsStep } from './email-steps';
import { MethodStep } from './method-step';

const FORM = 'change-delivery';

const TITLES: Partial<Record<NonNullable<RouteParams<'delivery'>['step']>, MessageKey>> = {
  address: 'delivery.addressTitle',
  emails: 'delivery.emailsTitle',
  formats: 'delivery.changeFormat',
};

/** «Изменение способа/адреса доставки», step by step as in the guide (guide §2.3.3). */
export function Delivery({ step }: RouteParams<'delivery'>) {
  const t = useT();
  const account = useProcedure('account.get', undefined);
  const current = account.data?.account?.delivery;
  return (
    <Page title={t((step && TITLES[step]) ?? 'pages.delivery')} actions={<AsOf at={account.data?.asOf} />}>
      <OfflineNote />
      {account.error ? (
        <ErrorState error={account.error} onRetry={() => void account.refetch()} />
      ) : !account.data ? (
        <TextSkeleton lines={3} />
      ) : current ? (
        <Steps step={step} current={current} />
      ) : (
        <EmptyState title={t('account.none')} />
      )}
    </Page>
  );
}

type StepsProps = { step: RouteParams<'delivery'>['step']; current: DeliverySetting };

function Steps({ step, current }: StepsProps) {
  const t = useT();
  const flow = useCommandFlow(FORM);
  const pending = usePending([FORM]);
  const { value, change } = useDraft<DeliveryDraft>(FORM, untouched);
  const next = deliveryOf(value, current);
  const { reset } = flow;
  useEffect(() => {
    if (step !== 'confirm') reset();
  }, [step, reset]);

  const steps = { current, draft: value, onChange: change };
  return (
    <CommandStage
      flow={flow}
      meanwhile={<PageButtons />}
      done={() => (
        <>
          <Outcome tone="good" title={t('delivery.done')}>
            <Text>{t('delivery.atForming')}</Text>
          </Outcome>
          <PageButtons />
        </>
      )}
    >
      <PendingNotice commands={pending} />
      {step === 'method' ? (
        <MethodStep {...steps} />
      ) : step === 'address' ? (
        <AddressStep {...steps} />
      ) : step === 'emails' ? (
        <EmailsStep {...steps} />
      ) : step === 'formats' ? (
        <FormatsStep {...steps} />
      ) : step === 'confirm' && !('code' in next) ? (
        <ConfirmStep
          current={current}
          next={next}
          busy={flow.phase === 'storing'}
          onSave={() => flow.send({ kind: FORM, body: next })}
        />
      ) : (
        <CurrentStep current={current} pending={pending} />
      )}
    </CommandStage>
  );
}
