import { Alert, Anchor, Button, Drawer, Stack, Text } from '@mantine/core';
import { IconClockExclamation, IconInfoCircle, IconMessagePlus } from '@tabler/icons-react';
import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import { formatCharge } from '../../../src-shared/domain/money';
import { formatDuration, formatInstant, monthOf } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { startAppeal } from '../../components/evidence/appeal-draft';
import { cdrEvidence } from '../../components/evidence/evidence-words';
import { Fact, FactList } from '../../components/facts';
import { Instant, Money, Phone } from '../../components/figures';
import { monthWords } from '../../components/month-words';
import { useLanguage, useT } from '../../i18n/use-t';
import { isNumber } from './columns';
import { unitPrice } from './rating';

type CdrDrawerProps = {
  row: CdrRow | null;
  onClose: () => void;
  /** Narrow the list to the other party. */
  onParty: (party: string) => void;
};

/** Everything about one call or message: what was talked, what was billed, and why. */
export function CdrDrawer({ row, onClose, onParty }: CdrDrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      size={440}
      title={t(row?.service === 'sms' ? 'cdrs.detail.smsTitle' : 'cdrs.detail.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row && (
        <Stack gap="md">
          <Notes row={row} />
          <FactList>
            <Fact label={t('cdrs.column.startedAt')}>
              <Instant at={row.startedAt} seconds />
            </Fact>
            <Fact label={t('cdrs.column.direction')}>{t(`cdrs.direction.${row.direction}`)}</Fact>
            <Fact label={t('cdrs.column.subscriber')}>
              <Phone number={row.subscriberNumber} />
              <Text size="sm" c="dimmed">
                {row.subscriberName}
              </Text>
            </Fact>
            <Fact label={t('cdrs.column.party')}>
              {isNumber(row.party) ? formatPhone(row.party) : row.party}
              <br />
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onParty(row.party)}>
                {t('cdrs.detail.onlyParty')}
              </Anchor>
            </Fact>
            <Fact label={t('cdrs.column.service')}>{t(`cdrs.service.${row.service}`)}</Fact>
            <Fact label={t('cdrs.column.zone')}>{t(`cdrs.zone.${row.zone}`)}</Fact>
            <Fact label={t('cdrs.column.status')}>{t(`cdrs.status.${row.status}`)}</Fact>
            <Durations row={row} />
            <Price row={row} />
            <Fact label={t('cdrs.detail.record')}>
              {t('cdrs.detail.recordWords', { id: String(row.id), revision: row.revision })}
            </Fact>
            {row.recordedAt !== undefined && (
              <Fact label={t('cdrs.detail.recordedAt')}>
                <Instant at={row.recordedAt} seconds />
              </Fact>
            )}
          </FactList>
          <Button
            variant="default"
            leftSection={<IconMessagePlus size={16} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => startAppeal(cdrEvidence(row), row.subscriberId)}
          >
            {t('evidence.attach')}
          </Button>
        </Stack>
      )}
    </Drawer>
  );
}

function Notes({ row }: { row: CdrRow }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      {row.late && row.recordedAt !== undefined && (
        <Alert color="amber" variant="light" icon={<IconClockExclamation aria-hidden />}>
          {t('cdrs.detail.late', {
            time: formatInstant(row.recordedAt),
            month: monthWords(monthOf(row.startedAt), language),
          })}
        </Alert>
      )}
      {row.revision > 1 && (
        <Alert color="gray" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {t('cdrs.detail.corrected')}
        </Alert>
      )}
    </>
  );
}

/** Real against billed: the difference is the operator's rounding up. */
function Durations({ row }: { row: CdrRow }) {
  const t = useT();
  if (row.service === 'sms') {
    return <Fact label={t('cdrs.detail.billed')}>{t('cdrs.parts', { count: row.billedUnits })}</Fact>;
  }
  const more = row.billedUnits - row.durationS;
  return (
    <>
      <Fact label={t('cdrs.detail.real')}>{formatDuration(row.durationS)}</Fact>
      <Fact label={t('cdrs.detail.billed')}>
        {formatDuration(row.billedUnits)}
        {more > 0 && (
          <Text size="sm" c="dimmed">
            {t('cdrs.detail.billedMore', { time: formatDuration(more) })}
          </Text>
        )}
      </Fact>
      {row.packageS > 0 && (
        <>
          <Fact label={t('cdrs.detail.package')}>{formatDuration(row.packageS)}</Fact>
          <Fact label={t('cdrs.detail.paid')}>{formatDuration(row.billedUnits - row.packageS)}</Fact>
        </>
      )}
    </>
  );
}

function Price({ row }: { row: CdrRow }) {
  const t = useT();
  const price = unitPrice(row);
  return (
    <>
      <Fact label={t(row.service === 'sms' ? 'cdrs.detail.ratePart' : 'cdrs.detail.rate')}>
        {price === null ? t('cdrs.detail.free') : formatCharge(price)}
      </Fact>
      <Fact label={t('cdrs.column.net')}>
        <Money amount={row.net} form="charge" />
      </Fact>
      <Fact label={t('cdrs.detail.vat', { rate: row.vatRate })}>
        <Money amount={row.vat} form="charge" />
      </Fact>
      <Fact label={t('cdrs.column.gross')}>
        <Money amount={row.gross} form="charge" />
      </Fact>
    </>
  );
}
