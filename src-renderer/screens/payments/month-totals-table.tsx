import { Anchor, Table, Title } from '@mantine/core';
import { formatSum } from '../../../src-shared/domain/money';
import type { YearMonth } from '../../../src-shared/domain/period';
import { monthTitle } from '../../components/month-words';
import { useLanguage, useT } from '../../i18n/use-t';
import type { MonthTotal } from './month-totals';

type MonthTotalsProps = { totals: readonly MonthTotal[]; onChoose: (month: YearMonth) => void };

/** The shown payments by months; a month narrows the period to itself. */
export function MonthTotals({ totals, onChoose }: MonthTotalsProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <section>
      <Title order={2} mb={8}>
        {t('payments.byMonth')}
      </Title>
      <Table
        aria-label={t('payments.byMonth')}
        withTableBorder
        verticalSpacing={5}
        maw={560}
        style={{ flex: 'none' }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('payments.month')}</Table.Th>
            <Table.Th ta="right">{t('payments.count')}</Table.Th>
            <Table.Th ta="right">{t('payments.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {totals.map(({ month, count, amount }) => (
            <Table.Tr key={month}>
              <Table.Td>
                <Anchor component="button" type="button" onClick={() => onChoose(month)}>
                  {monthTitle(month, language)}
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">{count}</Table.Td>
              <Table.Td ta="right">{formatSum(amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
