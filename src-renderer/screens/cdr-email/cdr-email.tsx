import { Outcome } from '../../components/command/outcome';
import { OrderPage } from '../../components/orders/order-page';
import { useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { navigate } from '../../state/navigation';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { type CdrOrderDraft, dayFaults, firstCdrOrder } from './order-draft';
import { PeriodStep } from './period-step';
import { SubscribersStep } from './subscribers-step';

/** «Детализация на E-mail»: the period and the type, then the subscribers (guide §2.3.4). */
export function CdrEmail({ step }: RouteParams<'cdr-email'>) {
  const t = useT();
  const now = useOperatorNow();
  const { value, change } = useDraft<CdrOrderDraft>('order-cdr-email', firstCdrOrder(now));
  const faults = dayFaults(value, now, t);
  const choosing = step === 'subscribers' && !faults.from && !faults.to;
  return (
    <OrderPage
      // What came of an order stays with the step it was sent from.
      key={step}
      kind="cdr-email"
      intro={choosing ? undefined : t('cdrEmail.about')}
      done={({ address }) => <Outcome tone="good" title={t('cdrEmail.done', { address })} />}
      onBack={() => navigate('cdr-email')}
      unlisted={choosing}
    >
      {(form) =>
        choosing ? (
          <SubscribersStep draft={value} onChange={change} {...form} />
        ) : (
          <PeriodStep draft={value} onChange={change} faults={faults} closed={form.closed} />
        )
      }
    </OrderPage>
  );
}
