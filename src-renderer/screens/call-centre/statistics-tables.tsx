import { Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { answeredPercent, type CallCounts, sumCalls } from '../../../src-shared/domain/call-counts';
import type { YearMonth } from '../../../src-shared/domain/period';
import { ExportMenu } from '../../components/export-menu';
import { DataTable } from '../../components/table/data-table';
import type { Column } from '../../components/table/types';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';

type CallCentreCalls = ProcedureOutput<'requests.callCentreCalls'>;
export type DayCalls = CallCentreCalls['days'][number];
type OperatorCalls = CallCentreCalls['operators'][number];

const countColumns = <Row extends CallCounts>(t: Translate): Column<Row>[] => [
  {
    id: 'answered',
    title: t('callCentre.answered'),
    type: 'integer',
    value: ({ answered }) => answered,
    width: 90,
  },
  { id: 'missed', title: t('callCentre.missed'), type: 'integer', value: ({ missed }) => missed, width: 92 },
  { id: 'busy', title: t('callCentre.busy'), type: 'integer', value: ({ busy }) => busy, width: 74 },
  { id: 'percent', title: t('callCentre.percent'), type: 'percent', value: answeredPercent, width: 90 },
  { id: 'talk', title: t('callCentre.talk'), type: 'duration', value: ({ talkS }) => talkS, width: 92 },
];

const totalsOf = (rows: readonly CallCounts[]) => {
  const sum = sumCalls(rows);
  return {
    answered: sum.answered,
    missed: sum.missed,
    busy: sum.busy,
    percent: answeredPercent(sum),
    talk: sum.talkS,
  };
};

export function DaysTable({ days, month }: { days: readonly DayCalls[]; month: YearMonth }) {
  const t = useT();
  const columns = useMemo(
    (): Column<DayCalls>[] => [
      { id: 'day', title: t('callCentre.day'), type: 'day', value: ({ day }) => day, hideable: false },
      ...countColumns<DayCalls>(t),
    ],
    [t],
  );
  return (
    <section>
      <Title order={2} mb={8}>
        {t('callCentre.byDay')}
      </Title>
      <DataTable
        id="call-centre.days"
        of={month}
        label={t('callCentre.byDay')}
        columns={columns}
        rows={days}
        totals={{ label: t('cdrs.total'), values: totalsOf(days) }}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'call-centre', by: 'day', month, ...screen })} />
        )}
        maxHeight={420}
        empty={null}
      />
    </section>
  );
}

type OperatorsTableProps = { operators: readonly OperatorCalls[]; month: YearMonth };

export function OperatorsTable({ operators, month }: OperatorsTableProps) {
  const t = useT();
  const columns = useMemo(
    (): Column<OperatorCalls>[] => [
      {
        id: 'number',
        title: t('callCentre.operator'),
        type: 'phone',
        value: ({ number }) => number,
        width: 160,
        hideable: false,
      },
      { id: 'name', title: t('pick.name'), type: 'text', value: ({ name }) => name, width: 150 },
      ...countColumns<OperatorCalls>(t),
    ],
    [t],
  );
  return (
    <section>
      <Title order={2} mb={8}>
        {t('callCentre.byOperator')}
      </Title>
      <DataTable
        id="call-centre.operators"
        of={month}
        label={t('callCentre.byOperator')}
        columns={columns}
        rows={operators}
        totals={{ label: t('cdrs.total'), values: totalsOf(operators) }}
        tools={(screen) => (
          <ExportMenu document={() => ({ kind: 'call-centre', by: 'operator', month, ...screen })} />
        )}
        maxHeight={420}
        empty={null}
      />
    </section>
  );
}
