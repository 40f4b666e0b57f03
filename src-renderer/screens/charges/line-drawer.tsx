import { Alert, Button, Drawer, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconPhoneCall } from '@tabler/icons-react';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { type ChargeLine, chargeLineName, type UsageKey } from '../../../src-shared/domain/billing';
import { formatGroupedCharge, formatInteger } from '../../../src-shared/domain/money';
import { formatDuration, type YearMonth } from '../../../src-shared/domain/period';
import { Fact, FactList } from '../../components/facts';
import { Money } from '../../components/figures';
import { TextSkeleton } from '../../components/page';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import { explainLine } from './explain-line';

type LineDrawerProps = {
  subscriberId: number;
  month: YearMonth;
  line: ChargeLine | null;
  onClose: () => void;
  /** Opens the calls of a line of traffic. */
  onCalls: (line: ChargeLine) => void;
};

/** Where the sum of a line comes from. */
export function LineDrawer({ subscriberId, month, line, onClose, onCalls }: LineDrawerProps) {
  const t = useT();
  return (
    <Drawer
      opened={line !== null}
      onClose={onClose}
      position="right"
      // Its <header> would count as another banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      size={440}
      title={
        <Text span fw={600} size="lg">
          {line && chargeLineName(line)}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {line && (
        <Stack gap="md">
          <Source subscriberId={subscriberId} month={month} line={line} onCalls={() => onCalls(line)} />
          <FactList>
            <Fact label={t('charges.net')}>
              <Money amount={line.net} form="charge" />
            </Fact>
            <Fact label={t('cdrs.detail.vat', { rate: line.vatRate })}>
              <Money amount={line.vat} form="charge" />
            </Fact>
            <Fact label={t('charges.localTax')}>
              <Money amount={line.localTax} form="charge" />
            </Fact>
            <Fact label={t('charges.gross')}>
              <Money amount={line.gross} form="charge" />
            </Fact>
          </FactList>
          <Text size="sm" c="dimmed">
            {t('explain.split', { divisor: formatGroupedCharge((100 + line.vatRate) * 100) })}
          </Text>
        </Stack>
      )}
    </Drawer>
  );
}

type SourceProps = { subscriberId: number; month: YearMonth; line: ChargeLine; onCalls: () => void };

function Source({ subscriberId, month, line, onCalls }: SourceProps) {
  const t = useT();
  const source = explainLine(line, month);
  switch (source.kind) {
    case 'usage':
      return (
        <Calls subscriberId={subscriberId} month={month} line={line} usage={source.usage} onCalls={onCalls} />
      );
    case 'once':
      return <Text>{t(line.kind === 'correction' ? 'explain.correction' : 'explain.once')}</Text>;
    case 'whole':
      return (
        <>
          <Text>{t('explain.whole')}</Text>
          <FactList>
            <Fact label={t('explain.monthly')}>
              <Money amount={source.monthly} form="charge" />
            </Fact>
          </FactList>
        </>
      );
    case 'by-days':
      return (
        <>
          <Text>{t('explain.byDays')}</Text>
          <FactList>
            <Fact label={t('explain.monthly')}>
              <Money amount={source.monthly} form="charge" />
            </Fact>
            <Fact label={t('explain.days')}>
              {t('explain.daysOf', { days: source.days, total: source.daysInMonth })}
            </Fact>
            <Fact label={t('explain.computed')}>
              {`${formatGroupedCharge(source.monthly)} × ${source.days} ÷ ${source.daysInMonth} = ${formatGroupedCharge(source.computed)}`}
            </Fact>
          </FactList>
          {source.computed !== line.gross && <Differs difference={line.gross - source.computed} />}
        </>
      );
  }
}

function Differs({ difference }: { difference: number }) {
  const t = useT();
  return (
    <Alert color="amber" variant="light" icon={<IconInfoCircle aria-hidden />}>
      {t('explain.differs', { sum: formatGroupedCharge(difference) })}
    </Alert>
  );
}

/** The line's calls as the cache has them: their sum beside the line's, and the way to them. */
function Calls({ subscriberId, month, line, usage, onCalls }: SourceProps & { usage: UsageKey }) {
  const t = useT();
  const filter: CdrFilter = {
    subscriberId,
    month,
    direction: usage.direction,
    services: [usage.service],
    zones: [usage.zone],
  };
  const answer = useProcedure('cdrs.summary', { filter });
  const summary = answer.data;
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!summary) return <TextSkeleton lines={3} />;
  return (
    <>
      <Text>{t('explain.usage')}</Text>
      <FactList>
        <Fact label={t('explain.records')}>{formatInteger(summary.rows)}</Fact>
        {usage.service !== 'sms' && (
          <Fact label={t('cdrs.column.durationS')}>{formatDuration(summary.durationS)}</Fact>
        )}
        {usage.service !== 'sms' && (
          <Fact label={t('cdrs.detail.billed')}>{formatDuration(summary.billedS)}</Fact>
        )}
        {summary.packageS > 0 && (
          <Fact label={t('cdrs.detail.package')}>{formatDuration(summary.packageS)}</Fact>
        )}
        <Fact label={t('explain.recordsGross')}>
          <Money amount={summary.gross} form="charge" />
        </Fact>
        {summary.lateRows > 0 && <Fact label={t('cdrs.lateRows')}>{formatInteger(summary.lateRows)}</Fact>}
      </FactList>
      {!summary.complete && <Text c="dimmed">{t('cdrs.partial')}</Text>}
      {summary.complete && summary.gross !== line.gross && (
        <Alert color="amber" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {t(summary.lateRows > 0 ? 'explain.lateDiffers' : 'explain.callsDiffer', {
            sum: formatGroupedCharge(summary.gross - line.gross),
          })}
        </Alert>
      )}
      <Button
        variant="default"
        leftSection={<IconPhoneCall size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={onCalls}
      >
        {t('charges.toCdrs')}
      </Button>
    </>
  );
}
