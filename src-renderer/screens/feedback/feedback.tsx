import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Appeal } from '../../../src-shared/domain/requests';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { BadgeTone, Column } from '../../components/table/types';
import { useSubscribers } from '../../components/use-subscribers';
import { useT } from '../../i18n/use-t';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { openAppeal, openNewAppeal } from './feedback-routes';
import { UnreadMark } from './unread-mark';

type AppealItem = ProcedureOutput<'requests.appeals'>['items'][number];

const APPEAL_TONE: Record<Appeal['status'], BadgeTone> = {
  new: 'warning',
  'in-work': 'warning',
  answered: 'good',
  closed: 'neutral',
};
const NONE: readonly AppealItem[] = [];
const NEWEST_FIRST = { column: 'lastAt', descending: true };

/** «Обратная связь»: requests of the administrator or of one subscriber (guide §2.5, §3). */
export function Feedback({ subscriberId = null }: { subscriberId?: number | null }) {
  const t = useT();
  const appeals = useProcedure('requests.appeals', { subscriberId });
  const items = appeals.data?.items;
  const pending = usePending(
    ['open-appeal', 'answer-appeal'],
    (command) =>
      subscriberId === null ||
      command.subscriberId === subscriberId ||
      // An answer only knows its request.
      (items ?? []).some(({ appeal }) => appeal.id === command.body.appealId),
  );
  const columns = useAppealColumns(items ?? NONE, subscriberId === null);
  return (
    <Page
      title={t('pages.feedback')}
      intro={t(subscriberId === null ? 'account.menu.feedback' : 'subscriber.about.subscriber-feedback')}
      actions={<AsOf at={appeals.data?.asOf} />}
      wide
      fill
    >
      <OfflineNote />
      <PendingNotice commands={pending} />
      {appeals.error ? (
        <ErrorState error={appeals.error} onRetry={() => void appeals.refetch()} />
      ) : (
        <DataTable
          id={subscriberId === null ? 'appeals' : 'appeals.subscriber'}
          label={t('pages.feedback')}
          columns={columns}
          rows={items ?? null}
          initialSort={NEWEST_FIRST}
          sums={
            appeals.data && appeals.data.unread > 0
              ? [{ id: 'unread', label: t('appeal.unread'), value: appeals.data.unread, type: 'integer' }]
              : []
          }
          tools={(screen) => (
            <ExportMenu
              disabled={!items?.length}
              document={() => ({ kind: 'appeals', subscriberId, ...screen })}
            />
          )}
          onActivate={({ appeal }) => openAppeal(appeal.id, subscriberId)}
          empty={<EmptyState title={t('appeal.none')} hint={t('appeal.noneHint')} />}
        />
      )}
      <PageButtons
        {...(subscriberId === null ? {} : { menu: () => navigate('subscriber-menu', { subscriberId }) })}
      >
        <Button onClick={() => openNewAppeal(subscriberId)}>{t('pages.appeal-new')}</Button>
      </PageButtons>
    </Page>
  );
}

function useAppealColumns(items: readonly AppealItem[], ofAccount: boolean): readonly Column<AppealItem>[] {
  const t = useT();
  const people = useSubscribers(
    items.flatMap(({ appeal }) => (ofAccount && appeal.subscriberId !== null ? [appeal.subscriberId] : [])),
  );
  return useMemo(() => {
    const whom = ({ appeal }: AppealItem) => {
      if (appeal.subscriberId === null) return t('appeal.account');
      const number = people.get(appeal.subscriberId)?.number;
      return number ? formatPhone(number) : '';
    };
    const columns: Column<AppealItem>[] = [
      {
        id: 'topic',
        title: t('appeal.topic'),
        type: 'text',
        value: ({ appeal }) => appeal.topic,
        words: ({ appeal }) => t(`appeal.topic.${appeal.topic}`),
        width: 200,
        hideable: false,
      },
      {
        id: 'text',
        title: t('appeal.text'),
        type: 'text',
        value: ({ appeal }) => appeal.messages[0]?.text,
        width: 290,
        growTo: 700,
      },
      ...(ofAccount
        ? [
            {
              id: 'whom',
              title: t('appeal.whom'),
              type: 'text',
              value: whom,
              width: 150,
            } satisfies Column<AppealItem>,
          ]
        : []),
      {
        id: 'status',
        title: t('appeal.status'),
        type: 'badge',
        value: ({ appeal }) => appeal.status,
        words: ({ appeal }) => t(`appeal.status.${appeal.status}`),
        tone: ({ appeal }) => APPEAL_TONE[appeal.status],
        width: 190,
        mark: ({ unread }) => unread > 0 && <UnreadMark count={unread} />,
      },
      {
        id: 'openedAt',
        title: t('appeal.openedAt'),
        type: 'instant',
        value: ({ appeal }) => appeal.openedAt,
        hiddenAtFirst: true,
      },
      {
        id: 'lastAt',
        title: t('appeal.lastAt'),
        type: 'instant',
        value: ({ appeal }) => appeal.messages.at(-1)?.at,
      },
      {
        id: 'id',
        title: t('appeal.number'),
        type: 'integer',
        value: ({ appeal }) => appeal.id,
        hiddenAtFirst: true,
      },
    ];
    return columns;
  }, [t, ofAccount, people]);
}
