import { useEffect } from 'react';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Appeal } from '../../../src-shared/domain/requests';
import { OfflineNote } from '../../components/command/notes';
import { EvidenceList } from '../../components/evidence/evidence-list';
import { Fact, FactList } from '../../components/facts';
import { Instant } from '../../components/figures';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { usePending } from '../../state/commands';
import { queryClient, useProcedure } from '../../state/procedures';
import { AnswerForm } from './answer-form';
import { openFeedback } from './feedback-routes';
import { Thread } from './thread';

type AppealPageProps = { appealId: number; subscriberId?: number | null };

/** One request with its answers; opening it marks them read. */
export function AppealPage({ appealId, subscriberId = null }: AppealPageProps) {
  const t = useT();
  const appeals = useProcedure('requests.appeals', { subscriberId });
  const item = appeals.data?.items.find(({ appeal }) => appeal.id === appealId);
  const unread = item?.unread ?? 0;
  useEffect(() => {
    if (unread === 0) return;
    void callBridge('requests.markAppealRead', { id: appealId })
      .then(() => queryClient.invalidateQueries({ queryKey: ['requests.appeals'] }))
      // The mark stays and is tried again when the page is opened anew.
      .catch(() => undefined);
  }, [appealId, unread]);
  const back = () => openFeedback(subscriberId);
  return (
    <Page title={t('appeal.title', { id: String(appealId) })} actions={<AsOf at={appeals.data?.asOf} />}>
      <OfflineNote />
      {appeals.error ? (
        <ErrorState error={appeals.error} onRetry={() => void appeals.refetch()} />
      ) : !appeals.data ? (
        <TextSkeleton lines={8} />
      ) : item ? (
        <AppealView appeal={item.appeal} onBack={back} />
      ) : (
        <>
          <EmptyState title={t('appeal.notHere')} />
          <PageButtons menu={false} back={back} />
        </>
      )}
    </Page>
  );
}

function AppealView({ appeal, onBack }: { appeal: Appeal; onBack: () => void }) {
  const t = useT();
  const pending = usePending(['answer-appeal'], ({ body }) => body.appealId === appeal.id);
  const person = useProcedure(
    'subscribers.get',
    { id: appeal.subscriberId ?? 1 },
    { enabled: appeal.subscriberId !== null },
  );
  const subscriber = appeal.subscriberId === null ? null : person.data?.subscriber;
  return (
    <>
      <FactList>
        <Fact label={t('appeal.topic')}>{t(`appeal.topic.${appeal.topic}`)}</Fact>
        <Fact label={t('appeal.whom')}>
          {appeal.subscriberId === null
            ? t('appeal.account')
            : subscriber && `${formatPhone(subscriber.number)}, ${subscriber.name}`}
        </Fact>
        <Fact label={t('appeal.status')}>{t(`appeal.status.${appeal.status}`)}</Fact>
        <Fact label={t('appeal.openedAt')}>
          <Instant at={appeal.openedAt} />
        </Fact>
        {appeal.evidence.length > 0 && (
          <Fact label={t('evidence.list')}>
            <EvidenceList evidence={appeal.evidence} />
          </Fact>
        )}
      </FactList>
      <Thread messages={appeal.messages} pending={pending} />
      {appeal.status === 'closed' ? (
        <>
          <EmptyState title={t('appeal.closed')} hint={t('appeal.closedHint')} />
          <PageButtons menu={false} back={onBack} />
        </>
      ) : (
        <AnswerForm appealId={appeal.id} onBack={onBack} />
      )}
    </>
  );
}
