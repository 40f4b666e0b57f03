import { Radio, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../src-shared/domain/period';
import { channelsOpenAt } from '../../../src-shared/domain/rules';
import { Changes } from '../../components/command/changes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { fieldError } from '../../components/field-error';
import { Money, rublesInWords } from '../../components/figures';
import { PageButtons } from '../../components/page-buttons';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { goBack, navigate, replaceRoute } from '../../state/navigation';
import { useOperatorNow } from '../../state/sync';
import { isClosed, packageWords, SevenDays, type Telephony } from './channel-package';
import { packageDays } from './package-days';

type ChannelChangeProps = { subscriberId: number; telephony: Telephony };

/** «Изменение пакета SIP-многоканальность»: the guide's table, a review, the operator's answer (guide §3.3). */
export function ChannelChange({ subscriberId, telephony }: ChannelChangeProps) {
  const t = useT();
  const flow = useCommandFlow();
  const now = useOperatorNow();
  const [code, setCode] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const chosen = telephony.packages.find((one) => one.code === code);
  const closed = isClosed(telephony, now);
  const toPackage = () => replaceRoute('channels', { subscriberId });
  const menu = () => navigate('telephony', { subscriberId });

  return (
    <CommandStage
      flow={flow}
      meanwhile={<PageButtons menu={menu} back={toPackage} />}
      done={() => (
        <>
          <Outcome tone="good" title={t('channels.done', { count: chosen?.channels ?? 0 })}>
            <Text>{t('channels.once', { time: formatInstant(channelsOpenAt(now)) })}</Text>
          </Outcome>
          <PageButtons menu={menu} back={toPackage} />
        </>
      )}
    >
      <Text>
        {telephony.current
          ? t('channels.current', { package: packageWords(telephony, t) })
          : t('channels.noPackage')}
      </Text>
      <SevenDays telephony={telephony} />
      {confirming && chosen ? (
        <WorkForm
          wide
          onEscape={() => setConfirming(false)}
          onSubmit={() => flow.send({ kind: 'change-channels', body: { subscriberId, code: chosen.code } })}
        >
          <Changes
            label={t('channels.confirm')}
            rows={[
              {
                label: t('channels.count'),
                before: telephony.current ? String(telephony.current.channels) : '—',
                after: String(chosen.channels),
                changed: true,
              },
              {
                label: t('channels.gross'),
                before: telephony.current ? rublesInWords(telephony.current.monthlyGross, t) : '—',
                after: rublesInWords(chosen.monthlyGross, t),
                changed: true,
              },
            ]}
          />
          <Text c="dimmed">
            {t('channels.proRata', packageDays(telephony.current?.changedAt ?? null, now))}
          </Text>
          <Text c="dimmed">{t('channels.once', { time: formatInstant(channelsOpenAt(now)) })}</Text>
          <PageButtons
            menu={false}
            back={() => setConfirming(false)}
            next={{ submit: true, label: t('channels.change'), loading: flow.phase === 'storing' }}
          />
        </WorkForm>
      ) : (
        <WorkForm
          wide
          onEscape={goBack}
          onSubmit={() => {
            setMissing(code === null);
            if (code === null || closed) return false;
            setConfirming(true);
            return true;
          }}
        >
          <Radio.Group
            value={code}
            onChange={setCode}
            aria-label={t('channels.chooseTitle')}
            error={missing && code === null ? fieldError(t('channels.choose')) : null}
          >
            <PackageTable telephony={telephony} disabled={closed} />
          </Radio.Group>
          <PageButtons menu={menu} next={{ submit: true, label: t('channels.change'), disabled: closed }} />
        </WorkForm>
      )}
    </CommandStage>
  );
}

function PackageTable({ telephony, disabled }: { telephony: Telephony; disabled: boolean }) {
  const t = useT();
  return (
    <Table maw={640} withTableBorder verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('channels.count')}</Table.Th>
          <Table.Th ta="right">{t('channels.net')}</Table.Th>
          <Table.Th ta="right">{t('channels.gross')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {telephony.packages.map((one) => (
          <Table.Tr key={one.code}>
            <Table.Td>
              <Radio
                value={one.code}
                label={one.channels}
                disabled={disabled || one.code === telephony.current?.code}
              />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={one.monthlyNet} form="words" />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={one.monthlyGross} form="words" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
