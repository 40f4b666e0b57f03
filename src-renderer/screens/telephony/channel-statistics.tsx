import { BarChart } from '@mantine/charts';
import { Alert, Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatDay, formatDuration, formatInstant, type YearMonth } from '../../../src-shared/domain/period';
import { hourWords } from '../../../src-shared/domain/words';
import { ExportMenu } from '../../components/export-menu';
import { Fact, FactList } from '../../components/facts';
import { AsOf } from '../../components/freshness';
import { MonthSelect } from '../../components/month-select';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import { useT } from '../../i18n/use-t';
import { navigate, replaceRoute } from '../../state/navigation';
import { faultOf, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';

type Statistics = ProcedureOutput<'telephony.statistics'>;

/** «статистика»: how many channels were in use, when and for how long (guide §3.3, §3.4). */
export function ChannelStatistics({ subscriberId, month }: RouteParams<'channel-statistics'>) {
  const t = useT();
  const months = useProcedure('cdrs.months', { subscriberId: null });
  const shown = month ?? months.data?.items[0]?.month ?? null;
  const statistics = useProcedure(
    'telephony.statistics',
    { month: shown ?? '2000-01' },
    { enabled: shown !== null },
  );
  const { data } = statistics;
  const fault = faultOf(months, statistics);
  const nothing = months.data?.items.length === 0 || data?.maximum === 0;
  return (
    <Page
      title={t('pages.channel-statistics')}
      intro={t('statistics.intro')}
      actions={<AsOf at={data?.asOf} />}
      wide
    >
      {months.data && shown && (
        <MonthSelect
          label={t('statistics.month')}
          items={months.data.items}
          value={shown}
          onChange={(other) => replaceRoute('channel-statistics', { subscriberId, month: other })}
          currentLabel={t('cdrs.current')}
        />
      )}
      {data && !data.complete && (
        <Alert color="amber" variant="light" p="xs" icon={<IconHourglass aria-hidden />}>
          {t('statistics.partial')}
        </Alert>
      )}
      {fault ? (
        <ErrorState {...fault} />
      ) : nothing ? (
        <EmptyState title={t('statistics.none')} />
      ) : !data || shown === null ? (
        <TextSkeleton lines={8} />
      ) : (
        <Figures data={data} month={shown} />
      )}
      <PageButtons menu={() => navigate('telephony', { subscriberId })} back />
    </Page>
  );
}

type FiguresProps = { data: Statistics; month: YearMonth };

function Figures({ data, month }: FiguresProps) {
  const t = useT();
  const busiest = data.hours.reduce(
    (best, hour, at) => (hour.talkS > (data.hours[best]?.talkS ?? 0) ? at : best),
    0,
  );
  return (
    <>
      <FactList>
        <Fact label={t('statistics.channels')}>{data.channels}</Fact>
        <Fact label={t('statistics.maximum')}>
          {data.maximumAt === null
            ? data.maximum
            : `${data.maximum}, ${t('statistics.maximumAt', { time: formatInstant(data.maximumAt) })}`}
        </Fact>
        <Fact label={t('statistics.atLimit')}>
          {data.secondsAtLimit > 0 ? formatDuration(data.secondsAtLimit) : t('statistics.never')}
        </Fact>
        <Fact label={t('statistics.busiest')}>{hourWords(busiest)}</Fact>
      </FactList>
      <Days data={data} month={month} />
      <Hours data={data} month={month} />
      <Counts data={data} month={month} />
    </>
  );
}

const two = (value: number): string => String(value).padStart(2, '0');

function Days({ data, month }: FiguresProps) {
  const t = useT();
  type Day = Statistics['days'][number];
  const columns = useMemo(
    (): Column<Day>[] => [
      { id: 'day', title: t('statistics.day'), type: 'day', value: (one) => one.day, hideable: false },
      {
        id: 'maximum',
        title: t('statistics.maximumShort'),
        type: 'integer',
        value: (one) => one.maximum,
        width: 150,
      },
      { id: 'calls', title: t('statistics.calls'), type: 'integer', value: (one) => one.calls, width: 110 },
      { id: 'talkS', title: t('statistics.talk'), type: 'duration', value: (one) => one.talkS, width: 180 },
      {
        id: 'secondsAtLimit',
        title: t('statistics.atLimit'),
        type: 'duration',
        value: (one) => one.secondsAtLimit || null,
        width: 180,
      },
    ],
    [t],
  );
  return (
    <>
      <Title order={2}>{t('statistics.byDay')}</Title>
      <BarChart
        h={220}
        data={data.days.map(({ day, maximum }) => ({ day: formatDay(day).slice(0, 5), maximum }))}
        dataKey="day"
        series={[{ name: 'maximum', label: t('statistics.maximumShort'), color: 'gray.6' }]}
        xAxisLabel={t('statistics.day')}
        yAxisLabel={t('statistics.maximumShort')}
        referenceLines={
          data.channels === null
            ? []
            : [
                {
                  y: data.channels,
                  label: t('statistics.channels'),
                  color: 'red.7',
                  // Seen also while the calls are far from it.
                  ifOverflow: 'extendDomain',
                },
              ]
        }
        barProps={{ isAnimationActive: false }}
      />
      <DataTable
        id="statistics.days"
        of={month}
        label={t('statistics.byDay')}
        columns={columns}
        rows={data.days}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'channel-statistics', by: 'day', month, ...screen })} />
        )}
        maxHeight={360}
        empty={<EmptyState title={t('statistics.none')} />}
      />
    </>
  );
}

function Hours({ data, month }: FiguresProps) {
  const t = useT();
  type Hour = { hour: number; talkS: number; maximum: number };
  const rows = useMemo(() => data.hours.map((one, hour): Hour => ({ hour, ...one })), [data.hours]);
  const columns = useMemo(
    (): Column<Hour>[] => [
      {
        id: 'hour',
        title: t('statistics.hour'),
        type: 'text',
        value: (one) => one.hour,
        words: (one) => hourWords(one.hour),
        sortBy: (one) => one.hour,
        width: 130,
        hideable: false,
      },
      {
        id: 'maximum',
        title: t('statistics.maximumShort'),
        type: 'integer',
        value: (one) => one.maximum,
        width: 150,
      },
      { id: 'talkS', title: t('statistics.talk'), type: 'duration', value: (one) => one.talkS, width: 180 },
    ],
    [t],
  );
  return (
    <>
      <Title order={2}>{t('statistics.byHour')}</Title>
      <BarChart
        h={220}
        data={rows.map(({ hour, talkS }) => ({ hour: two(hour), minutes: Math.round(talkS / 60) }))}
        dataKey="hour"
        series={[{ name: 'minutes', label: t('statistics.talk'), color: 'gray.6' }]}
        xAxisLabel={t('cdrs.chart.axis.hour')}
        yAxisLabel={t('cdrs.chart.axis.duration')}
        valueFormatter={(value) => formatDuration(value * 60)}
        barProps={{ isAnimationActive: false }}
      />
      <DataTable
        id="statistics.hours"
        of={month}
        label={t('statistics.byHour')}
        columns={columns}
        rows={rows}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'channel-statistics', by: 'hour', month, ...screen })} />
        )}
        maxHeight={360}
        empty={<EmptyState title={t('statistics.none')} />}
      />
    </>
  );
}

function Counts({ data, month }: FiguresProps) {
  const t = useT();
  type Count = { count: number; seconds: number };
  const rows = useMemo(
    () => data.secondsAt.map((seconds, count): Count => ({ count, seconds })),
    [data.secondsAt],
  );
  const columns = useMemo(
    (): Column<Count>[] => [
      {
        id: 'count',
        title: t('statistics.count'),
        type: 'integer',
        value: (one) => one.count,
        width: 150,
        hideable: false,
      },
      {
        id: 'seconds',
        title: t('statistics.time'),
        type: 'duration',
        value: (one) => one.seconds,
        width: 180,
      },
    ],
    [t],
  );
  return (
    <>
      <Title order={2}>{t('statistics.byCount')}</Title>
      <DataTable
        id="statistics.counts"
        of={month}
        label={t('statistics.byCount')}
        columns={columns}
        rows={rows}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'channel-statistics', by: 'count', month, ...screen })} />
        )}
        maxHeight={360}
        empty={<EmptyState title={t('statistics.none')} />}
      />
    </>
  );
}
