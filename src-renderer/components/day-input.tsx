import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/ru';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../src-shared/domain/period';
import { useLanguage, useT } from '../i18n/use-t';

// The field reads what is typed as day.month.year.
dayjs.extend(customParseFormat);

type DayInputProps = {
  label: string;
  /** Said before a mistake can be made. */
  description?: string;
  value: CalendarDay | null;
  onChange: (day: CalendarDay | null) => void;
  min?: CalendarDay;
  max?: CalendarDay;
  /** Month that opens while nothing is chosen. */
  shown?: CalendarDay;
  error?: ReactNode;
  clearable?: boolean;
};

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** A day, typed as dd.mm.yyyy or chosen in a calendar. */
export function DayInput({
  label,
  description,
  value,
  onChange,
  min,
  max,
  shown,
  error,
  clearable = true,
}: DayInputProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <DateInput
      label={label}
      value={value}
      onChange={onChange}
      valueFormat="DD.MM.YYYY"
      locale={language}
      firstDayOfWeek={1}
      // Red is kept for «here you are»; weekends are in their columns anyway.
      weekendDays={[]}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      error={error}
      popoverProps={{ withinPortal: false }}
      ariaLabels={{
        nextMonth: t('day.nextMonth'),
        previousMonth: t('day.previousMonth'),
        nextYear: t('day.nextYear'),
        previousYear: t('day.previousYear'),
        nextDecade: t('day.nextDecade'),
        previousDecade: t('day.previousDecade'),
      }}
      {...(description ? { description } : {})}
      inputWrapperOrder={ORDER}
      styles={{ wrapper: { width: 170 } }}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      {...(shown && !value ? { defaultDate: shown } : {})}
    />
  );
}
