import { BarChart } from '@mantine/charts';
import { Text } from '@mantine/core';
import type { CdrFilter, CdrGroup, CdrGrouping, GroupMeasure } from '../../../src-shared/bridge/cabinet';
import { formatGroupedCharge, formatInteger } from '../../../src-shared/domain/money';
import { formatDuration } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { barsOf, MAX_BARS, standsInTime } from './groups';

/** Px: words of a lying chart, and of one of its bars. */
const WORDS_WIDTH = 190;
const BAR_HEIGHT = 26;
const AXIS_HEIGHT = 60;
const STANDING_HEIGHT = 230;

type GroupsChartProps = {
  by: CdrGrouping;
  items: readonly CdrGroup[];
  measure: GroupMeasure;
  filter: CdrFilter;
  onOpen: (key: string) => void;
};

/** Seconds are drawn as minutes, so that the axis has round numbers. */
const drawn = (measure: GroupMeasure, value: number): number => (measure === 'duration' ? value / 60 : value);

function valueWords(measure: GroupMeasure, value: number): string {
  if (measure === 'gross') return formatGroupedCharge(Math.round(value));
  return measure === 'duration' ? formatDuration(Math.round(value * 60)) : formatInteger(value);
}

/** «01» of «01.05.2021» and of «01:00 – 01:59», «Май 21»; the whole words are told on hover. */
const firstTwo = (words: string): string => words.slice(0, 2);
const monthTick = (words: string): string => `${words.slice(0, 3)} ${words.slice(-2)}`;

/** Days, hours and months stand in their order, all else lies under each other so that its words can be read. */
export function GroupsChart({ by, items, measure, filter, onOpen }: GroupsChartProps) {
  const t = useT();
  const bars = barsOf(by, items, measure, filter, t);
  const standing = standsInTime(by);
  const open = (at: number) => {
    const key = bars[at]?.key;
    if (key !== undefined && key !== null) onOpen(key);
  };
  const values = t(`cdrs.chart.axis.${measure}`);
  const tick = (value: number) =>
    measure === 'duration' ? formatInteger(value) : valueWords(measure, value);
  const axis = { tickFormatter: tick, allowDecimals: measure === 'gross' };
  return (
    <div
      role="img"
      aria-label={t('cdrs.chart.picture', {
        measure: t(`cdrs.chart.${measure}`),
        by: t(`cdrs.view.${by}`).toLowerCase(),
      })}
      style={{ flex: 'none' }}
    >
      <BarChart
        h={standing ? STANDING_HEIGHT : bars.length * BAR_HEIGHT + AXIS_HEIGHT}
        data={bars.map((bar) => ({ ...bar, value: drawn(measure, bar.value) }))}
        dataKey="label"
        series={[{ name: 'value', label: t(`cdrs.chart.${measure}`), color: 'gray.6' }]}
        orientation={standing ? 'horizontal' : 'vertical'}
        gridAxis={standing ? 'x' : 'y'}
        valueFormatter={(value) => valueWords(measure, value)}
        xAxisLabel={standsInTime(by) ? t(`cdrs.chart.axis.${by}`) : values}
        {...(standing ? { yAxisLabel: values } : {})}
        xAxisProps={standing ? { interval: 0, tickFormatter: by === 'month' ? monthTick : firstTwo } : axis}
        yAxisProps={standing ? { ...axis, width: 76 } : { width: WORDS_WIDTH, interval: 0 }}
        maxBarWidth={28}
        barProps={{ isAnimationActive: false, cursor: 'pointer', onClick: (_, at) => open(at) }}
        // The table beside it is the way for keys.
        barChartProps={{ accessibilityLayer: false }}
      />
      {!standing && items.length > MAX_BARS && (
        <Text size="xs" c="dimmed">
          {t('cdrs.chart.first', { count: MAX_BARS })}
        </Text>
      )}
    </div>
  );
}
