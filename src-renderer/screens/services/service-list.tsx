import { Button, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type ConnectedService, isConnected } from '../../../src-shared/domain/account';
import { mayChangeServices } from '../../../src-shared/domain/service-rules';
import { OfflineNote, PendingNotice, RuleNote } from '../../components/command/notes';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { startSync } from '../../state/sync';
import { AddService } from './add-service';
import { RemoveService } from './remove-service';

const TONE: Record<ConnectedService['status'], BadgeTone> = {
  active: 'good',
  suspended: 'warning',
  disconnected: 'neutral',
};

/** «Услуги абонента»: what is connected, and the ways to add and remove (guide §3.2). */
export function ServiceList({ subscriberId, step }: RouteParams<'service-list'>) {
  const t = useT();
  const list = useProcedure('services.list', { subscriberId });
  const found = useProcedure('subscribers.get', { id: subscriberId });
  const pending = usePending(['add-service', 'remove-service'], (one) => one.subscriberId === subscriberId);
  const subscriber = found.data?.subscriber;
  const fault = faultOf(list, found);
  const closed = subscriber !== undefined && !mayChangeServices(subscriber);
  const facts = list.data;
  return (
    <Page
      title={t('pages.service-list')}
      intro={t('services.about.service-list')}
      actions={<AsOf at={facts?.asOf} />}
      wide
    >
      {step && <OfflineNote />}
      {subscriber && <Text>{t('services.plan', { plan: subscriber.planTitle })}</Text>}
      <PendingNotice commands={pending} />
      {closed && <RuleNote title={t('services.barSubscriber')}>{subscriber.statusReason}</RuleNote>}
      {fault ? (
        <ErrorState {...fault} />
      ) : step === 'add' && facts && !closed ? (
        <AddService subscriberId={subscriberId} facts={facts} />
      ) : step === 'remove' && facts && !closed ? (
        <RemoveService subscriberId={subscriberId} facts={facts} />
      ) : (
        <>
          <Connected subscriberId={subscriberId} services={facts?.services ?? null} />
          <PageButtons menu={() => navigate('subscriber-menu', { subscriberId })}>
            <Button
              variant="default"
              disabled={closed}
              onClick={() => navigate('service-list', { subscriberId, step: 'remove' })}
            >
              {t('services.remove')}
            </Button>
            <Button
              variant="default"
              disabled={closed}
              onClick={() => navigate('service-list', { subscriberId, step: 'add' })}
            >
              {t('services.add')}
            </Button>
            <Button variant="default" onClick={() => void startSync().catch(tellError)}>
              {t('services.refresh')}
            </Button>
          </PageButtons>
        </>
      )}
    </Page>
  );
}

type ConnectedProps = { subscriberId: number; services: readonly ConnectedService[] | null };

function Connected({ subscriberId, services }: ConnectedProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = useMemo(() => services && (all ? services : services.filter(isConnected)), [services, all]);
  const hasOld = services?.some((service) => !isConnected(service)) ?? false;
  const columns = useMemo(
    (): Column<ConnectedService>[] => [
      {
        id: 'title',
        title: t('services.title'),
        type: 'text',
        value: (one) => one.title,
        width: 314,
        growTo: 480,
        hideable: false,
      },
      {
        id: 'connectedAt',
        title: t('services.connectedAt'),
        type: 'instant',
        value: (one) => one.connectedAt,
      },
      {
        id: 'status',
        title: t('services.status'),
        type: 'badge',
        value: (one) => one.status,
        words: (one) => t(`services.state.${one.status}`),
        tone: (one) => TONE[one.status],
        width: 132,
      },
      {
        id: 'statusReason',
        title: t('services.statusReason'),
        type: 'text',
        value: (one) => one.statusReason,
        width: 106,
        growTo: 420,
      },
      {
        id: 'validUntil',
        title: t('services.validUntil'),
        type: 'day',
        value: (one) => one.validUntil,
        width: 196,
      },
      {
        id: 'monthlyGross',
        title: t('services.monthly'),
        type: 'sum',
        value: (one) => one.monthlyGross,
        width: 92,
      },
    ],
    [t],
  );
  return (
    <>
      <Text>{t('services.connected')}</Text>
      <DataTable
        id="services"
        label={t('pages.service-list')}
        columns={columns}
        rows={shown}
        tools={(screen) => (
          <ExportMenu
            document={() => ({ kind: 'services', subscriberId, disconnected: all, ...screen })}
            disabled={!shown?.length}
          />
        )}
        maxHeight="max(240px, 56vh)"
        empty={<EmptyState title={t('services.none')} />}
      />
      {hasOld && (
        <Switch
          label={t('services.showOld')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
    </>
  );
}
