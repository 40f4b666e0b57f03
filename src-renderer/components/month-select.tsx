import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MonthChoice } from '../../src-shared/bridge/cabinet';
import type { YearMonth } from '../../src-shared/domain/period';
import { useLanguage, useT } from '../i18n/use-t';
import { monthTitle } from './month-words';

type MonthSelectProps = {
  label: string;
  items: readonly MonthChoice[];
  value: YearMonth | null;
  onChange: (month: YearMonth) => void;
  /** The guide's word for the open period («Текущий», «Текущий период»). */
  currentLabel: string;
  /** Px of the field. */
  width?: number;
  error?: ReactNode;
};

/** Months to choose from; those that only this computer still has stand apart. */
export function MonthSelect({
  label,
  items,
  value,
  onChange,
  currentLabel,
  width = 280,
  error = null,
}: MonthSelectProps) {
  const t = useT();
  const language = useLanguage();
  const option = ({ month, kind }: MonthChoice) => ({
    value: month,
    label:
      kind === 'current' ? `${currentLabel} (${monthTitle(month, language)})` : monthTitle(month, language),
  });
  const offered = items.filter((item) => item.kind !== 'cache').map(option);
  const kept = items.filter((item) => item.kind === 'cache').map(option);
  return (
    <Select
      label={label}
      data={kept.length > 0 ? [...offered, { group: t('charges.older'), items: kept }] : offered}
      value={value}
      onChange={(month) => month && onChange(month)}
      allowDeselect={false}
      checkIconPosition="right"
      maxDropdownHeight={320}
      error={error}
      styles={{ wrapper: { width } }}
    />
  );
}
