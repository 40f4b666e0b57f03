import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { OfflineNote, PendingNotice } from '../../components/command/notes';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { ChannelChange } from './channel-change';
import { isClosed, packageWords, SevenDays, type Telephony } from './channel-package';

/** «SIP-многоканальность»: the package, and another one once in 7 days (guide §3.3). */
export function Channels({ subscriberId, step }: RouteParams<'channels'>) {
  const t = useT();
  const found = useProcedure('subscribers.get', { id: subscriberId });
  const telephony = useProcedure('telephony.get', { subscriberId });
  const pending = usePending(['change-channels'], (one) => one.subscriberId === subscriberId);
  const subscriber = found.data?.subscriber;
  const fault = faultOf(found, telephony);
  let body: ReactNode = <TextSkeleton lines={3} />;
  if (fault) {
    body = <ErrorState {...fault} />;
  } else if (subscriber && !subscriber.isConnection) {
    body = <OnlyConnection />;
  } else if (telephony.data) {
    body =
      step === 'choose' ? (
        <ChannelChange subscriberId={subscriberId} telephony={telephony.data} />
      ) : (
        <Current subscriberId={subscriberId} telephony={telephony.data} />
      );
  }
  return (
    <Page
      title={t(step === 'choose' ? 'channels.chooseTitle' : 'pages.channels')}
      intro={t('telephony.about.channels')}
      actions={<AsOf at={telephony.data?.asOf} />}
    >
      {step === 'choose' && <OfflineNote />}
      <PendingNotice commands={pending} />
      {body}
    </Page>
  );
}

function Current({ subscriberId, telephony }: { subscriberId: number; telephony: Telephony }) {
  const t = useT();
  const closed = isClosed(telephony, useOperatorNow());
  return (
    <>
      <Text>
        {telephony.current
          ? t('channels.current', { package: packageWords(telephony, t) })
          : t('channels.noPackage')}
      </Text>
      <SevenDays telephony={telephony} />
      <PageButtons
        menu={() => navigate('telephony', { subscriberId })}
        next={{
          label: t('channels.change'),
          disabled: closed || telephony.packages.length === 0,
          onClick: () => navigate('channels', { subscriberId, step: 'choose' }),
        }}
      />
    </>
  );
}

/** Other subscribers get the reason, and the way to the one that has channels. */
function OnlyConnection() {
  const t = useT();
  const account = useProcedure('account.get', undefined).data?.account;
  return (
    <>
      <EmptyState
        title={t('channels.onlyConnection')}
        action={
          account && (
            <Button
              variant="default"
              onClick={() => navigate('channels', { subscriberId: account.adminSubscriberId })}
            >
              {t('channels.toConnection')}
            </Button>
          )
        }
      />
      <PageButtons menu={false} back />
    </>
  );
}
