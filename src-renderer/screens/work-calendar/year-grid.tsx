import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CalendarDay, YearMonth } from '../../../src-shared/domain/period';
import type { DayChanges, DayKind } from '../../../src-shared/domain/work-calendar';
import { monthTitle } from '../../components/month-words';
import { useLanguage, useT } from '../../i18n/use-t';
import { dayWords, kindOf, weekdayLetters } from './day-words';
import styles from './work-calendar.module.css';
import { dayByKey, monthsOfYear, weeksOf } from './year-days';

type YearGridProps = {
  year: number;
  changes: DayChanges;
  /** Told the day and what it is to become. */
  onChange: (day: CalendarDay, kind: DayKind) => void;
};

/** Every day of a year: a click makes it working or off. One stop of the Tab key; arrows walk over the days. */
export function YearGrid({ year, changes, onChange }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [walked, setWalked] = useState<CalendarDay>(`${year}-01-01`);
  const stop = walked.startsWith(`${year}-`) ? walked : `${year}-01-01`;
  const walk = (event: KeyboardEvent) => {
    const to = dayByKey(stop, event.key);
    if (to === null) return;
    event.preventDefault();
    setWalked(to);
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div className={styles.year} ref={grid} onKeyDown={walk}>
      {monthsOfYear(year).map((month) => (
        <Month
          key={month}
          month={month}
          changes={changes}
          stop={stop}
          onChange={(day, kind) => {
            setWalked(day);
            onChange(day, kind);
          }}
        />
      ))}
    </div>
  );
}

type DayProps = Omit<YearGridProps, 'year'> & { day: CalendarDay; stop: boolean };

function Day({ day, changes, stop, onChange }: DayProps) {
  const t = useT();
  const language = useLanguage();
  const kind = kindOf(day, changes);
  const words = dayWords(day, kind, t, language);
  const name = changes.has(day) ? t('workCalendar.changed', { day: words }) : words;
  return (
    <UnstyledButton
      className={styles.day ?? ''}
      data-day={day}
      data-kind={kind}
      data-changed={changes.has(day) || undefined}
      tabIndex={stop ? 0 : -1}
      aria-label={name}
      title={name}
      onClick={() => onChange(day, kind === 'working' ? 'off' : 'working')}
    >
      {Number(day.slice(8))}
    </UnstyledButton>
  );
}

type MonthProps = Omit<YearGridProps, 'year'> & {
  month: YearMonth;
  /** The day that the Tab key stops at. */
  stop: CalendarDay;
};

function Month({ month, changes, stop, onChange }: MonthProps) {
  const language = useLanguage();
  return (
    <table className={styles.month}>
      <caption>{monthTitle(month, language)}</caption>
      <thead>
        <tr>
          {weekdayLetters(language).map((letters) => (
            <th key={letters} scope="col">
              {letters}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place of the week is told by its weekday
              <td key={at}>
                {day && <Day day={day} changes={changes} stop={day === stop} onChange={onChange} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
