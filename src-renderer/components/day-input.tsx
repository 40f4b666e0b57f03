import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/ru';
import { type ReactNode, useState } from 'react';
import { type CalendarDay, formatDay } from '../../src-shared/domain/period';
import { useLanguage, useT } from '../i18n/use-t';
import { fieldError } from './field-error';
import { readTypedDay, typedDayFault } from './typed-day';

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

/** How much of a text that is no day is repeated under the field. */
const REPEATED_AT_MOST = 20;

/**
 * A day, typed as dd.mm.yyyy or chosen in a calendar. What cannot be taken is said under the field, and leaves it empty
 * (where it can be): a form must not go on with the day that stood there before.
 */
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
  const [refused, setRefused] = useState('');
  /** The day was typed and entered: the calendar would lie over what it changes. */
  const [entered, setEntered] = useState(false);
  const begin = () => {
    setRefused('');
    setEntered(false);
  };
  const refuse = (text: string): boolean => {
    const wrong = typedDayFault(text, min, max) !== null;
    if (wrong) setRefused(text);
    return wrong;
  };
  const refusal = (): ReactNode => {
    if (typedDayFault(refused, min, max) === 'unreadable') {
      return fieldError(t('day.unreadable', { text: refused.trim().slice(0, REPEATED_AT_MOST) }));
    }
    const words = (day: CalendarDay | null | undefined) => (day ? formatDay(day) : '…');
    return fieldError(
      t('day.outside', { day: words(readTypedDay(refused)), first: words(min), last: words(max) }),
    );
  };
  return (
    <DateInput
      label={label}
      value={value}
      onChange={(day) => {
        setRefused('');
        onChange(day);
      }}
      onInput={begin}
      onClick={begin}
      onBlur={({ currentTarget }) => {
        setEntered(false);
        if (refuse(currentTarget.value) && clearable) onChange(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (refuse(event.currentTarget.value)) event.preventDefault();
        else setEntered(true);
      }}
      dateParser={readTypedDay}
      valueFormat="DD.MM.YYYY"
      locale={language}
      firstDayOfWeek={1}
      // Red is kept for «here you are»; weekends are in their columns anyway.
      weekendDays={[]}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      leftSection={<IconCalendar size={16} aria-hidden />}
      error={refused === '' ? error : refusal()}
      // The calendar would lie over what is said under the field.
      popoverProps={{ withinPortal: false, ...(refused === '' && !entered ? {} : { opened: false }) }}
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
      styles={{ root: { maxWidth: 250 }, wrapper: { width: 170 } }}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      {...(shown && !value ? { defaultDate: shown } : {})}
    />
  );
}
