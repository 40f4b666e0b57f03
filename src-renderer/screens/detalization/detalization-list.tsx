import { Alert, Button, Group, Select, Switch, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import type { YearMonth } from '../../../src-shared/domain/period';
import { AsOf } from '../../components/freshness';
import { MonthSelect } from '../../components/month-select';
import { Page } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState, ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { CallsTable } from './calls-table';
import { CountNote } from './count-note';
import { FilterBar } from './filter-bar';
import { activeFields, withMonth, withoutFilters } from './filters';
import { GroupsView } from './groups-view';
import { kinds } from './kinds';
import { useCount } from './use-count';
import { useDetalization } from './use-detalization';
import { ViewSwitch } from './view-switch';
import { ViewsMenu } from './views-menu';

type DetalizationListProps = { params: RouteParams<'subscriber-cdrs'>; month: YearMonth };

/** Calls and SMS of a month, or their sums by something: filters above, the work below. */
export function DetalizationList({ params, month }: DetalizationListProps) {
  const t = useT();
  const { filter, sort, by, setFilter, setSort, setBy, setBoth, jump } = useDetalization(params, month);
  const months = useProcedure('cdrs.months', { subscriberId: filter.subscriberId });
  const count = useCount(filter, sort);
  const { summary, progress } = count;
  const whole = filter.subscriberId === null;
  const narrowed = activeFields(filter).length > 0;
  const kind = months.data?.items.find((item) => item.month === month)?.kind;

  const empty = progress ? (
    <EmptyState title={t('cdrs.emptyStopped')} />
  ) : narrowed ? (
    <EmptyState
      title={t('cdrs.emptyFiltered')}
      hint={t('cdrs.emptyFilteredHint')}
      action={
        <Button variant="default" onClick={() => setFilter(withoutFilters(filter))}>
          {t('cdrs.reset')}
        </Button>
      }
    />
  ) : (
    <EmptyState title={t('cdrs.empty')} />
  );

  return (
    <Page
      title={t('cdrs.title')}
      intro={kind === 'current' ? t('cdrs.currentNote') : kind === 'cache' ? t('cdrs.olderNote') : undefined}
      actions={<AsOf at={summary?.asOf} />}
      wide
      fill={by === undefined}
    >
      <Group align="end" gap="sm">
        {months.data && (
          <MonthSelect
            label={t('cdrs.monthShort')}
            items={months.data.items}
            value={month}
            onChange={(other) => setFilter(withMonth(filter, other))}
            currentLabel={t('cdrs.current')}
            width={250}
          />
        )}
        <Select
          label={t('cdrs.kindShort')}
          data={kinds.map((one) => ({ value: one, label: t(`cdrs.kind.${one}`) }))}
          value={filter.direction}
          onChange={(direction) => direction && setFilter({ ...filter, direction })}
          allowDeselect={false}
          w={200}
        />
        <Switch
          label={t('cdrs.whole')}
          checked={whole}
          onChange={(event) =>
            setFilter({ ...filter, subscriberId: event.currentTarget.checked ? null : params.subscriberId })
          }
          pb={8}
        />
      </Group>
      <FilterBar filter={filter} onChange={setFilter}>
        <ViewsMenu filter={filter} sort={sort} onChoose={setBoth} />
      </FilterBar>
      <ViewSwitch by={by} whole={whole} onChange={setBy} />
      {summary && !summary.complete && (
        <Alert color="amber" variant="light" p="xs" flex="none" icon={<IconHourglass aria-hidden />}>
          {t('cdrs.partial')}
        </Alert>
      )}
      {by === undefined && <CountNote count={count} />}
      {count.error ? (
        <ErrorState error={count.error} onRetry={count.retry} />
      ) : by === undefined ? (
        <CallsTable
          filter={filter}
          sort={sort}
          count={count}
          onFilter={setFilter}
          onSort={setSort}
          empty={empty}
        />
      ) : (
        <GroupsView key={by} filter={filter} by={by} onJump={jump} empty={empty} />
      )}
      <PageButtons menu={() => navigate('subscriber-menu', { subscriberId: params.subscriberId })} back>
        {by === undefined && summary?.rows !== 0 && (
          <Text size="sm" c="dimmed" style={{ alignSelf: 'center' }}>
            {t('cdrs.hint')}
          </Text>
        )}
      </PageButtons>
    </Page>
  );
}
