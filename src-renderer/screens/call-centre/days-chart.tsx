import { BarChart } from '@mantine/charts';
import { formatDay } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import type { DayCalls } from './statistics-tables';

/** Calls by day, stacked; the table beside it has the same figures. */
export function DaysChart({ days }: { days: readonly DayCalls[] }) {
  const t = useT();
  const data = days.map(({ day, answered, missed, busy }) => ({
    day: formatDay(day).slice(0, 5),
    answered,
    missed,
    busy,
  }));
  return (
    <figure style={{ margin: 0 }} aria-label={t('callCentre.chart')}>
      <BarChart
        h={230}
        data={data}
        dataKey="day"
        xAxisLabel={t('callCentre.day')}
        yAxisLabel={t('cdrs.calls')}
        type="stacked"
        withLegend
        // In the order of the columns below, not of the alphabet.
        legendProps={{ itemSorter: null }}
        maxBarWidth={28}
        barProps={{ isAnimationActive: false }}
        series={[
          { name: 'answered', label: t('callCentre.answered'), color: 'green.6' },
          { name: 'missed', label: t('callCentre.missed'), color: 'amber.5' },
          { name: 'busy', label: t('callCentre.busy'), color: 'gray.6' },
        ]}
      />
    </figure>
  );
}
