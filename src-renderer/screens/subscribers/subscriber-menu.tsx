import { Text } from '@mantine/core';
import { formatPhone } from '../../../src-shared/domain/phone';
import { subscriberMenu } from '../../components/frame/menu-items';
import { MenuCards } from '../../components/menu-cards';
import { Page } from '../../components/page';
import { ErrorState } from '../../components/states';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';

const ABOUT: Partial<Record<string, MessageKey>> = {
  'subscriber-info': 'subscriber.about.subscriber-info',
  'subscriber-services': 'subscriber.about.subscriber-services',
  'subscriber-installments': 'subscriber.about.subscriber-installments',
  'subscriber-plan': 'subscriber.about.subscriber-plan',
  'subscriber-charges': 'subscriber.about.subscriber-charges',
  'subscriber-cdrs': 'subscriber.about.subscriber-cdrs',
  'subscriber-select': 'subscriber.about.subscriber-select',
  'admin-menu': 'subscriber.about.admin-menu',
  'subscriber-feedback': 'subscriber.about.subscriber-feedback',
};

/** «Главное меню абонента» with the guide's paragraph about each section (guide §3.1). */
export function SubscriberMenu({ subscriberId }: RouteParams<'subscriber-menu'>) {
  const t = useT();
  const answer = useProcedure('subscribers.get', { id: subscriberId });
  const subscriber = answer.data?.subscriber;
  return (
    <Page
      title={t('pages.subscriber-menu')}
      intro={
        subscriber && (
          <Text span fw={600} c="var(--cabinet-text)">
            {formatPhone(subscriber.number)}, {subscriber.name}, {subscriber.planTitle}
          </Text>
        )
      }
    >
      {answer.error ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <MenuCards items={subscriberMenu(subscriberId)} about={({ id }) => ABOUT[id] ?? null} />
      )}
    </Page>
  );
}
