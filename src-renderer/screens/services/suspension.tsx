import { Button, Group, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import type { Suspension } from '../../../src-shared/domain/subscriber-changes';
import { OfflineNote, PendingNotice, RuleNote } from '../../components/command/notes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { PauseForm } from './pause-form';
import { mayEnd, resumesOn, suspensionBar } from './suspension-rules';

const TONE: Record<Suspension['status'], BadgeTone> = {
  planned: 'warning',
  active: 'bad',
  ended: 'neutral',
  cancelled: 'neutral',
};
const NEWEST_FIRST = { column: 'fromDay', descending: true };

/** «Приостановление обслуживания»: pauses of the number, a new one, and the way back (guide §3.2). */
export function SuspensionPage({ subscriberId }: RouteParams<'suspension'>) {
  const t = useT();
  const list = useProcedure('services.list', { subscriberId });
  const found = useProcedure('subscribers.get', { id: subscriberId });
  const pending = usePending(
    ['suspend-subscriber', 'resume-subscriber'],
    (one) => one.subscriberId === subscriberId,
  );
  const subscriber = found.data?.subscriber;
  const suspensions = list.data?.suspensions;
  const bar = subscriber && suspensionBar(subscriber);
  const fault = faultOf(list, found);
  const menu = () => navigate('subscriber-menu', { subscriberId });
  // Over a pause without an end there is no room for another one.
  const endless = suspensions?.some(({ status, toDay }) => status === 'active' && toDay === null) ?? false;
  const mayPause = fault === null && bar === null && !endless;
  return (
    <Page
      title={t('pages.suspension')}
      intro={t('services.about.suspension')}
      actions={<AsOf at={list.data?.asOf} />}
    >
      <OfflineNote />
      <PendingNotice commands={pending} />
      {fault ? (
        <ErrorState {...fault} />
      ) : (
        <>
          <History subscriberId={subscriberId} suspensions={suspensions ?? null} />
          {suspensions && <Running subscriberId={subscriberId} suspensions={suspensions} />}
          {bar && <RuleNote title={t(`suspension.${bar}`)} />}
        </>
      )}
      {mayPause && suspensions ? (
        <>
          <Title order={2}>{t('suspension.new')}</Title>
          <PauseForm
            subscriberId={subscriberId}
            suspensions={suspensions}
            price={list.data?.offers.find(({ code }) => code === 'suspension')?.oneTimeGross ?? null}
            menu={menu}
          />
        </>
      ) : (
        <PageButtons menu={menu} />
      )}
    </Page>
  );
}

type HistoryProps = { subscriberId: number; suspensions: readonly Suspension[] | null };

function History({ subscriberId, suspensions }: HistoryProps) {
  const t = useT();
  const columns = useMemo(
    (): Column<Suspension>[] => [
      {
        id: 'fromDay',
        title: t('suspension.from'),
        type: 'day',
        value: (one) => one.fromDay,
        width: 130,
        hideable: false,
      },
      {
        id: 'toDay',
        title: t('suspension.to'),
        type: 'day',
        value: (one) => one.toDay,
        words: ({ toDay }) => (toDay === null ? t('suspension.openEnded') : formatDay(toDay)),
        sortBy: (one) => one.toDay,
        width: 130,
      },
      {
        id: 'status',
        title: t('suspension.state'),
        type: 'badge',
        value: (one) => one.status,
        words: (one) => t(`suspension.status.${one.status}`),
        tone: (one) => TONE[one.status],
        width: 150,
      },
      {
        id: 'reason',
        title: t('suspension.reason'),
        type: 'text',
        value: (one) => one.reason,
        width: 260,
        growTo: 600,
      },
    ],
    [t],
  );
  return (
    <DataTable
      id="suspensions"
      label={t('suspension.current')}
      columns={columns}
      rows={suspensions}
      initialSort={NEWEST_FIRST}
      tools={(screen) => (
        <ExportMenu
          document={() => ({ kind: 'suspensions', subscriberId, ...screen })}
          disabled={!suspensions?.length}
        />
      )}
      maxHeight={260}
      empty={<EmptyState title={t('suspension.none')} />}
    />
  );
}

type RunningProps = { subscriberId: number; suspensions: readonly Suspension[] };

/** The pauses that can be ended or called off, one after another. */
function Running({ subscriberId, suspensions }: RunningProps) {
  const t = useT();
  const flow = useCommandFlow();
  const now = useOperatorNow();
  const open = suspensions.filter((one) => mayEnd(one, now));
  const ending = suspensions.flatMap((one) => resumesOn(one, now) ?? []);
  const pauses = (some: readonly Suspension[]) => (
    <Pauses
      open={some}
      busy={flow.phase === 'storing'}
      onEnd={({ id }) => flow.send({ kind: 'resume-subscriber', body: { subscriberId, suspensionId: id } })}
    />
  );
  return (
    <CommandStage
      flow={flow}
      meanwhile={null}
      done={({ body }) => {
        const ended = suspensions.find(({ id }) => id === body.suspensionId);
        const calledOff = ended !== undefined && ended.fromDay > dayOf(now);
        return (
          <>
            <Outcome tone="good" title={t(calledOff ? 'suspension.calledOff' : 'suspension.resumed')} />
            {pauses(open.filter((one) => one !== ended))}
          </>
        );
      }}
    >
      {ending.map((day) => (
        <Text key={day}>{t('suspension.resumesOn', { day: formatDay(day) })}</Text>
      ))}
      {pauses(open)}
    </CommandStage>
  );
}

type PausesProps = { open: readonly Suspension[]; busy: boolean; onEnd: (pause: Suspension) => void };

function Pauses({ open, busy, onEnd }: PausesProps) {
  const t = useT();
  if (open.length === 0) return null;
  return (
    <Group gap="sm">
      {open.map((one) =>
        one.byClient ? (
          <Button key={one.id} variant="default" loading={busy} onClick={() => onEnd(one)}>
            {one.status === 'active'
              ? t('suspension.resume')
              : t('suspension.callOff', { from: formatDay(one.fromDay) })}
          </Button>
        ) : (
          <Text key={one.id}>{t('suspension.byOperator', { reason: one.reason })}</Text>
        ),
      )}
      {open.some(({ status, byClient }) => status === 'active' && byClient) && (
        <Text c="dimmed" size="sm">
          {t('suspension.resumeNote')}
        </Text>
      )}
    </Group>
  );
}
