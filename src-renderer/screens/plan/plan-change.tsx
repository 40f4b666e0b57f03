import { Text } from '@mantine/core';
import type { CommandView } from '../../../src-shared/bridge/commands';
import type { TariffPlan } from '../../../src-shared/domain/account';
import { formatDay } from '../../../src-shared/domain/period';
import { planChangeDay } from '../../../src-shared/domain/rules';
import type { PlanChange } from '../../../src-shared/domain/subscriber-changes';
import { OfflineNote, PendingNotice, RuleNote } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { rublesInWords } from '../../components/figures';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { ChoosePlan } from './choose-plan';
import { plansOf, planTitle } from './offers';
import { PlanHistory } from './plan-history';
import { PlannedChange } from './planned-change';

/** «Смена ТП»: offered plans with what the last months would have cost, one change at a time. */
export function PlanChangePage({ subscriberId }: RouteParams<'subscriber-plan'>) {
  const t = useT();
  const comparison = useProcedure('plans.compare', { subscriberId });
  const found = useProcedure('subscribers.get', { id: subscriberId });
  const pending = usePending(
    ['change-plan', 'cancel-plan-change'],
    (one) => one.subscriberId === subscriberId,
  );
  const form = `plan.${subscriberId}`;
  const flow = useCommandFlow(form);
  const { data } = comparison;
  const plans = data ? plansOf(data) : [];
  const planned = data?.changes.find(({ status }) => status === 'pending');
  const fault = faultOf(comparison, found);
  const subscriber = found.data?.subscriber;
  const busy = flow.phase === 'storing';
  const toMenu = () => navigate('subscriber-menu', { subscriberId });
  const buttons = <PageButtons menu={toMenu} />;
  const work = planned ? (
    <>
      <PlannedChange
        change={planned}
        plans={plans}
        busy={busy}
        onCancel={() =>
          flow.send({ kind: 'cancel-plan-change', body: { subscriberId, planChangeId: planned.id } })
        }
      />
      {buttons}
    </>
  ) : subscriber && (subscriber.isConnection || subscriber.status !== 'active') ? (
    <>
      <RuleNote title={t(subscriber.isConnection ? 'plan.connection' : 'plan.barSubscriber')}>
        {!subscriber.isConnection && subscriber.statusReason}
      </RuleNote>
      {buttons}
    </>
  ) : (
    <ChoosePlan
      subscriberId={subscriberId}
      form={form}
      comparison={data ?? null}
      busy={busy}
      menu={toMenu}
      onSend={(planId) => flow.send({ kind: 'change-plan', body: { subscriberId, planId } })}
    />
  );
  return (
    <Page title={t('plan.title')} intro={t('plan.intro')} actions={<AsOf at={data?.asOf} />} wide>
      <OfflineNote />
      <PendingNotice commands={pending} />
      {fault ? (
        <>
          <ErrorState {...fault} />
          {buttons}
        </>
      ) : (
        <>
          {data?.current && (
            <Text>
              {t('plan.current')}: <b>{data.current.title}</b>, {rublesInWords(data.current.monthlyGross, t)}
            </Text>
          )}
          {data && <PlanHistory subscriberId={subscriberId} changes={data.changes} plans={plans} />}
          <CommandStage
            flow={flow}
            meanwhile={buttons}
            done={(command) => (
              <>
                <Done command={command} planned={planned} plans={plans} />
                {/* What can be done next, once the data has followed. */}
                {(command.kind === 'change-plan') === (planned !== undefined) ? work : buttons}
              </>
            )}
          >
            {work}
          </CommandStage>
        </>
      )}
    </Page>
  );
}

type DoneProps = { command: CommandView; planned: PlanChange | undefined; plans: readonly TariffPlan[] };

function Done({ command, planned, plans }: DoneProps) {
  const t = useT();
  const expected = planChangeDay(useOperatorNow());
  if (command.kind === 'cancel-plan-change') return <Outcome tone="good" title={t('plan.cancelled')} />;
  const day = formatDay(planned?.effectiveOn ?? expected);
  return <Outcome tone="good" title={t('plan.done', { plan: planTitle(plans, command.body.planId), day })} />;
}
