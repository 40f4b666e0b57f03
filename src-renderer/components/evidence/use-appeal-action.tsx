import { IconMessagePlus } from '@tabler/icons-react';
import type { Evidence } from '../../../src-shared/domain/requests';
import { useT } from '../../i18n/use-t';
import type { RowAction } from '../table/types';
import { startAppeal } from './appeal-draft';

/** «Приложить к обращению» in a row's menu. */
export function useAppealAction<Row>(
  evidenceOf: (row: Row) => Evidence,
  subscriberOf: (row: Row) => number | null = () => null,
): RowAction<Row> {
  const t = useT();
  return {
    id: 'appeal',
    label: t('evidence.attach'),
    icon: <IconMessagePlus size={16} />,
    run: (row) => startAppeal(evidenceOf(row), subscriberOf(row)),
  };
}
