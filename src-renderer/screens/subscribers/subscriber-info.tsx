import { Anchor, Group, Progress, Stack, Text } from '@mantine/core';
import type { PackageBalance, Subscriber } from '../../../src-shared/domain/account';
import { dayOf, formatDay, monthOf } from '../../../src-shared/domain/period';
import { Fact, FactList } from '../../components/facts';
import { Instant, Money, minutes, Phone } from '../../components/figures';
import { AsOf } from '../../components/freshness';
import { LabelsField } from '../../components/labels/labels-field';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { operatorNow } from '../../state/sync';
import { forecastPackage } from './package-forecast';

/** «Персональная информация абонента» (guide §3.1). */
export function SubscriberInfo({ subscriberId }: RouteParams<'subscriber-info'>) {
  const t = useT();
  const answer = useProcedure('subscribers.get', { id: subscriberId });
  const account = useProcedure('account.get', undefined);
  const toMenu = () => navigate('subscriber-menu', { subscriberId });
  return (
    <Page title={t('subscriber.info.title')} actions={<AsOf at={answer.data?.asOf} />}>
      {answer.error && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <TextSkeleton lines={7} />}
      {answer.data && (
        <Facts
          subscriber={answer.data.subscriber}
          organisation={account.data?.account?.organisation ?? null}
        />
      )}
      <PageButtons menu={false} next={{ label: t('subscriber.info.toMenu'), onClick: toMenu }} />
    </Page>
  );
}

type FactsProps = { subscriber: Subscriber; organisation: string | null };

function Facts({ subscriber, organisation }: FactsProps) {
  const t = useT();
  const openCharges = () =>
    navigate('subscriber-charges', { subscriberId: subscriber.id, month: monthOf(operatorNow()) });
  return (
    <FactList>
      <Fact label={t('subscriber.info.organisation')}>{organisation}</Fact>
      <Fact label={t('subscriber.info.number')}>
        <Phone number={subscriber.number} />
      </Fact>
      <Fact label={t('subscriber.info.name')}>{subscriber.name}</Fact>
      <Fact label={t('subscriber.info.charges')}>
        <Group gap="md">
          <Money amount={subscriber.currentCharges} form="words" />
          <Anchor component="button" type="button" onClick={openCharges}>
            {t('subscriber.info.openCharges')}
          </Anchor>
        </Group>
      </Fact>
      <Fact label={t('subscriber.info.status')}>{t(`common.status.${subscriber.status}`)}</Fact>
      {subscriber.statusReason && (
        <Fact label={t('subscriber.info.statusReason')}>{subscriber.statusReason}</Fact>
      )}
      <Fact label={t('subscriber.info.plan')}>{subscriber.planTitle}</Fact>
      <Fact label={t('subscriber.info.connected')}>
        <Instant at={subscriber.connectedAt} seconds />
      </Fact>
      <Fact label={t('labels.field')}>
        <LabelsField subscriberId={subscriber.id} />
      </Fact>
      {/* The rest of free minutes belongs to «SIP-соединение» alone (guide §3.1). */}
      {subscriber.isConnection && (
        <Fact label={t('subscriber.info.traffic')}>
          <Packages packages={subscriber.packages} />
        </Fact>
      )}
    </FactList>
  );
}

/** What becomes of the package by the month's end, at the pace of the month so far. */
function Forecast({ balance }: { balance: PackageBalance }) {
  const t = useT();
  const forecast = forecastPackage(balance);
  if (!forecast) return null;
  const words = () => {
    if (forecast.kind === 'used-up') return t('forecast.usedUp');
    if (forecast.kind === 'ends') return t('forecast.ends', { day: formatDay(dayOf(forecast.at)) });
    return t('forecast.lasts', { left: Math.floor(forecast.leftS / 60) });
  };
  return (
    <Text size="sm" c={forecast.kind === 'lasts' ? 'dimmed' : 'var(--cabinet-warning)'}>
      {words()}
    </Text>
  );
}

function Packages({ packages }: { packages: readonly PackageBalance[] }) {
  const t = useT();
  if (packages.length === 0) return t('subscriber.info.noPackages');
  return (
    <Stack gap="sm">
      {packages.map((one) => {
        const left = t('subscriber.info.minutesLeft', {
          left: Math.floor(one.leftS / 60),
          total: Math.floor(one.totalS / 60),
        });
        return (
          <div key={one.title}>
            <Text>{one.title}</Text>
            <Progress.Root size="md" my={4} maw={360}>
              <Progress.Section
                value={one.totalS === 0 ? 0 : (one.leftS / one.totalS) * 100}
                color="gray.6"
                aria-label={one.title}
                aria-valuetext={left}
              />
            </Progress.Root>
            <Text size="sm" c="dimmed">
              {left}, {t('subscriber.info.packageAsOf', { time: minutes(one.asOf) })}
            </Text>
            <Forecast balance={one} />
          </div>
        );
      })}
    </Stack>
  );
}
