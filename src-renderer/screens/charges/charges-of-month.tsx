import { Group, Switch, Text } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { z } from 'zod';
import type { ChargeLine } from '../../../src-shared/domain/billing';
import { type ChargePair, pairCharges } from '../../../src-shared/domain/charge-pairs';
import { addMonths, type YearMonth } from '../../../src-shared/domain/period';
import { chargeEvidence } from '../../components/evidence/evidence-words';
import { useAppealAction } from '../../components/evidence/use-appeal-action';
import { ExportMenu } from '../../components/export-menu';
import { AsOf } from '../../components/freshness';
import { MonthSelect } from '../../components/month-select';
import { monthWords } from '../../components/month-words';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import { useLanguage, useT } from '../../i18n/use-t';
import { navigate, replaceRoute } from '../../state/navigation';
import { usePreference } from '../../state/preferences';
import { useProcedure } from '../../state/procedures';
import { useChargeColumns } from './charge-columns';
import { LineDrawer } from './line-drawer';

type ChargesOfMonthProps = { subscriberId: number; month: YearMonth };

const comparedSchema = z.boolean();

/** «Начисления за май 2021»: the guide's page, to the last of four decimals. */
export function ChargesOfMonth({ subscriberId, month }: ChargesOfMonthProps) {
  const t = useT();
  const language = useLanguage();
  const before = addMonths(month, -1);
  const [compared, setCompared] = usePreference<boolean>('charges.compare', comparedSchema, false);
  const [opened, setOpened] = useState<ChargeLine | null>(null);
  const charges = useProcedure('charges.get', { subscriberId, month });
  const previous = useProcedure('charges.get', { subscriberId, month: before }, { enabled: compared });
  const months = useProcedure('charges.months', { subscriberId });
  const { lines, totals, closed, asOf } = charges.data ?? {};
  const toAppeal = useAppealAction<ChargePair>(
    ({ line, previous: gone }) => (line ? chargeEvidence(line, month) : chargeEvidence(gone, before)),
    () => subscriberId,
  );
  const openCalls = useCallback(
    (line: ChargeLine) => showCalls(subscriberId, month, line),
    [subscriberId, month],
  );
  const columns = useChargeColumns(compared, openCalls);
  const pairs = useMemo(() => {
    if (!lines || (compared && previous.isPending)) return null;
    return pairCharges(lines, (compared && previous.data?.lines) || []);
  }, [lines, compared, previous.isPending, previous.data]);
  const grossBefore = previous.data?.totals.gross ?? 0;

  return (
    <Page
      title={t('charges.monthTitle', { month: monthWords(month, language) })}
      intro={closed === undefined ? undefined : t(closed ? 'charges.closed' : 'charges.open')}
      actions={<AsOf at={asOf} />}
      wide
      fill
    >
      <Group align="end" gap="md">
        {months.data && (
          <MonthSelect
            label={t('cdrs.monthShort')}
            items={months.data.items}
            value={month}
            onChange={(other) => replaceRoute('subscriber-charges', { subscriberId, month: other })}
            currentLabel={t('charges.current')}
          />
        )}
        <Switch
          label={t('compare.switch')}
          checked={compared}
          onChange={(event) => setCompared(event.currentTarget.checked)}
          pb={8}
        />
      </Group>
      {compared && previous.data?.lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('compare.none', { month: monthWords(before, language) })}
        </Text>
      )}
      {compared && closed === false && (
        <Text size="sm" c="dimmed">
          {t('compare.openMonth')}
        </Text>
      )}
      {charges.error ? (
        <ErrorState error={charges.error} onRetry={() => void charges.refetch()} />
      ) : (
        <DataTable
          id={compared ? 'charges.compared' : 'charges'}
          of={month}
          label={t('charges.title')}
          columns={columns}
          rows={pairs}
          totals={
            totals && {
              label: t('charges.total'),
              values: compared
                ? { ...totals, previousGross: grossBefore, change: totals.gross - grossBefore }
                : totals,
            }
          }
          onActivate={({ line }) => setOpened(line)}
          rowActions={[toAppeal]}
          tools={(screen) => (
            <ExportMenu
              disabled={!pairs?.length}
              document={() => ({ kind: 'charges', subscriberId, month, ...screen })}
            />
          )}
          empty={<EmptyState title={t('charges.none')} hint={t('charges.noneHint')} />}
        />
      )}
      <PageButtons menu={() => navigate('subscriber-menu', { subscriberId })} back>
        {!!lines?.length && (
          <Text size="sm" c="dimmed" style={{ alignSelf: 'center' }}>
            {t('explain.hint')}
          </Text>
        )}
      </PageButtons>
      <LineDrawer
        subscriberId={subscriberId}
        month={month}
        line={opened}
        onClose={() => setOpened(null)}
        onCalls={openCalls}
      />
    </Page>
  );
}

/** Opens the calls that a line of traffic sums up. */
function showCalls(subscriberId: number, month: YearMonth, { usage }: ChargeLine): void {
  if (!usage) return;
  navigate('subscriber-cdrs', {
    subscriberId,
    month,
    direction: usage.direction,
    narrow: { services: [usage.service], zones: [usage.zone] },
  });
}
