import { Group, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { z } from 'zod';
import {
  type CdrFilter,
  type CdrGrouping,
  type GroupMeasure,
  groupMeasures,
} from '../../../src-shared/bridge/cabinet';
import { ChoiceSwitch } from '../../components/choice-switch';
import { AccountExportMenu } from '../../components/documents/account-export-menu';
import { TextSkeleton } from '../../components/page';
import { ErrorState } from '../../components/states';
import { DataTable } from '../../components/table/data-table';
import { useT } from '../../i18n/use-t';
import { usePreference } from '../../state/preferences';
import { useProcedure } from '../../state/procedures';
import { useGroupColumns } from './group-columns';
import { groupRows, measured, narrowToGroup, sumGroups } from './groups';
import { GroupsChart } from './groups-chart';

const measureSchema = z.enum(groupMeasures);

type GroupsViewProps = {
  filter: CdrFilter;
  by: CdrGrouping;
  /** Opens the list of a group. */
  onJump: (filter: CdrFilter) => void;
  empty: ReactNode;
};

/** Sums of what the filters leave, by something: a chart and the same values as a table. */
export function GroupsView({ filter, by, onJump, empty }: GroupsViewProps) {
  const t = useT();
  const groups = useProcedure('cdrs.groups', { filter, by });
  const [wanted, setWanted] = usePreference<GroupMeasure>('cdrs.measure', measureSchema, 'gross');
  const total = useMemo(() => groups.data && sumGroups(groups.data), [groups.data]);
  // Incoming calls cost nothing: bars of zeros say nothing either.
  const measure = wanted === 'gross' && total?.gross === 0 ? 'duration' : wanted;
  const whole = total ? measured(total, measure) : 0;
  const columns = useGroupColumns(by, measure, whole);
  const rows = useMemo(() => (groups.data ? groupRows(by, groups.data, t) : null), [by, groups.data, t]);

  if (groups.error) return <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />;
  if (!groups.data || !total) return <TextSkeleton lines={8} />;
  if (groups.data.items.length === 0) return empty;
  const jump = (key: string) => onJump(narrowToGroup(filter, by, key));
  return (
    <>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {t('cdrs.chart.measure')}
        </Text>
        <ChoiceSwitch
          label={t('cdrs.chart.measure')}
          choices={groupMeasures.map((one) => ({
            value: one,
            label: t(`cdrs.chart.${one}`),
            disabled: one === 'gross' && total.gross === 0,
          }))}
          value={measure}
          onChange={setWanted}
        />
      </Group>
      <GroupsChart by={by} items={groups.data.items} measure={measure} filter={filter} onOpen={jump} />
      <DataTable
        id={`cdrs.groups.${by}`}
        of={JSON.stringify(filter)}
        label={t(`cdrs.view.${by}`)}
        columns={columns}
        rows={rows}
        totals={{ label: t('cdrs.total'), values: { ...total, share: whole > 0 ? '100,0' : null } }}
        onActivate={({ key }) => key !== null && jump(key)}
        tools={(screen) => (
          <AccountExportMenu
            filter={filter}
            document={() => ({ kind: 'cdr-groups', filter, by, measure, ...screen })}
          />
        )}
        maxHeight={420}
        empty={empty}
      />
      <Text size="sm" c="dimmed">
        {t('cdrs.groups.hint')}
        {by === 'month' && ` ${t('cdrs.groups.monthHint')}`}
      </Text>
    </>
  );
}
