import { ActionIcon, Button, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatInstant } from '../../../src-shared/domain/period';
import { formatPhone, plainPhone } from '../../../src-shared/domain/phone';
import type { SipLine } from '../../../src-shared/domain/subscriber-changes';
import { PendingNotice, RuleNote } from '../../components/command/notes';
import { Fact, FactList } from '../../components/facts';
import { AsOf } from '../../components/freshness';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { usePending } from '../../state/commands';
import { navigate } from '../../state/navigation';
import { tellDone, tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { EquipmentConfig } from './equipment-config';
import { PasswordChange } from './password-change';

/** «Параметры для настройки SIP»; the password is asked for when it is shown and kept nowhere (guide §3.4). */
export function SipLinePage({ subscriberId }: RouteParams<'sip-line'>) {
  const t = useT();
  const telephony = useProcedure('telephony.get', { subscriberId });
  const found = useProcedure('subscribers.get', { id: subscriberId });
  const closed = found.data?.subscriber.status === 'closed';
  const pending = usePending(['change-sip-password'], (one) => one.subscriberId === subscriberId);
  const [changing, setChanging] = useState(false);
  const line = telephony.data?.line;
  return (
    <Page
      title={t('pages.sip-line')}
      intro={t('telephony.about.sip-line')}
      actions={<AsOf at={telephony.data?.asOf} />}
    >
      <PendingNotice commands={pending} />
      {telephony.error ? (
        <ErrorState error={telephony.error} onRetry={() => void telephony.refetch()} />
      ) : line === undefined ? (
        <TextSkeleton lines={7} />
      ) : line === null ? (
        <EmptyState title={t('sipLine.none')} />
      ) : changing ? (
        <PasswordChange subscriberId={subscriberId} onBack={() => setChanging(false)} />
      ) : (
        <>
          {closed && <RuleNote title={t('sipLine.closed')} />}
          <Parameters line={line} />
          <PageButtons menu={() => navigate('telephony', { subscriberId })} back>
            {!closed && <Button onClick={() => setChanging(true)}>{t('sipLine.change')}</Button>}
          </PageButtons>
          <EquipmentConfig line={line} />
        </>
      )}
    </Page>
  );
}

function Parameters({ line }: { line: SipLine }) {
  const t = useT();
  const rows: [string, string, string][] = [
    [t('sipLine.accountName'), line.accountName, line.accountName],
    [t('sipLine.server'), line.server, line.server],
    [t('sipLine.userId'), formatPhone(line.userId), `+${line.userId}`],
    [t('sipLine.authenticateId'), formatPhone(line.authenticateId), `+${line.authenticateId}`],
  ];
  const rest: [string, string, string][] = [
    [t('sipLine.displayName'), formatPhone(plainPhone(line.displayName)), line.displayName],
    [t('sipLine.ip'), line.ipAddress, line.ipAddress],
    [t('sipLine.port'), `${line.port}, ${line.transport.toUpperCase()}`, String(line.port)],
  ];
  return (
    <FactList>
      {rows.map((row) => (
        <Parameter key={row[0]} row={row} />
      ))}
      <Fact label={t('sipLine.password')}>
        <Password line={line} />
      </Fact>
      {rest.map((row) => (
        <Parameter key={row[0]} row={row} />
      ))}
    </FactList>
  );
}

/** A value as it is read, copied as equipment wants it. */
function Parameter({ row: [label, shown, copied] }: { row: [string, string, string] }) {
  const t = useT();
  const copy = () =>
    void callBridge('program.copyText', { text: copied })
      .then(() => tellDone(t('sipLine.valueCopied')))
      .catch(tellError);
  return (
    <Fact label={label}>
      <Group gap={6} wrap="nowrap">
        <span>{shown}</span>
        <Tooltip label={t('sipLine.copyValue', { label })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('sipLine.copyValue', { label })}
            onClick={copy}
          >
            <IconCopy size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Fact>
  );
}

/** Shown passwords are hidden again by themselves. */
const SHOWN_FOR_MS = 60_000;

function Password({ line }: { line: SipLine }) {
  const t = useT();
  const [password, setPassword] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (password === null) return undefined;
    const timer = setTimeout(() => setPassword(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [password]);

  const reveal = async () => {
    setBusy(true);
    try {
      return (await callBridge('telephony.revealPassword', { subscriberId: line.id })).password;
    } finally {
      setBusy(false);
    }
  };
  const show = () => void reveal().then(setPassword).catch(tellError);
  const copy = () =>
    void (password === null ? reveal() : Promise.resolve(password))
      .then((text) => callBridge('program.copySecret', { text }))
      .then(() => tellDone(t('sipLine.copied')))
      .catch(tellError);
  const toggle = password === null ? t('sipLine.show') : t('sipLine.hide');

  return (
    <Group gap={6}>
      {password === null ? (
        <>
          <span aria-hidden>••••••••••••</span>
          <VisuallyHidden>{t('sipLine.hiddenPassword')}</VisuallyHidden>
        </>
      ) : (
        <code>{password}</code>
      )}
      <Tooltip label={toggle}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          loading={busy}
          aria-label={toggle}
          onClick={password === null ? show : () => setPassword(null)}
        >
          {password === null ? <IconEye size={15} aria-hidden /> : <IconEyeOff size={15} aria-hidden />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('sipLine.copy')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          disabled={busy}
          aria-label={t('sipLine.copy')}
          onClick={copy}
        >
          <IconCopy size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Text c="dimmed" size="sm">
        {t('sipLine.changedAt', { time: formatInstant(line.passwordChangedAt) })}
      </Text>
    </Group>
  );
}
