import { Checkbox, TextInput } from '@mantine/core';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import styles from './call-centre.module.css';
import { readTime, type SettingsDraft, USUAL_HOURS } from './settings-draft';
import { weekdayKey } from './settings-words';

type Day = SettingsDraft['hours'][number];

type WeekFieldProps = {
  hours: readonly Day[];
  onChange: (hours: Day[]) => void;
  faults: readonly (MessageKey | null)[];
  onLeave: (at: number) => void;
};

/** Hours of every weekday; an unmarked one is closed. */
export function WeekField({ hours, onChange, faults, onLeave }: WeekFieldProps) {
  const t = useT();
  const set = (at: number, day: Day) => onChange(hours.map((one, index) => (index === at ? day : one)));
  return (
    <fieldset className={styles.set}>
      <legend>{t('callCentre.hours')}</legend>
      <div className={styles.week}>
        {hours.map((day, at) => {
          const name = t(weekdayKey(at));
          const fault = faults[at];
          const time = (end: 'from' | 'to') => (
            <TextInput
              key={`${name} ${end}`}
              aria-label={t(end === 'from' ? 'callCentre.from' : 'callCentre.to', { day: name })}
              value={day?.[end] ?? ''}
              disabled={day === null}
              placeholder="—"
              onChange={(event) => day && set(at, { ...day, [end]: event.currentTarget.value })}
              onBlur={() => {
                const read = day && readTime(day[end]);
                if (day && read && read !== day[end]) set(at, { ...day, [end]: read });
                onLeave(at);
              }}
              error={Boolean(fault)}
              autoComplete="off"
            />
          );
          return [
            <Checkbox
              key={name}
              color="gray.7"
              label={name}
              checked={day !== null}
              onChange={(event) => set(at, event.currentTarget.checked ? USUAL_HOURS : null)}
            />,
            time('from'),
            time('to'),
            <span key={`${name} note`} className={styles.fault}>
              {fault && t(fault)}
            </span>,
          ];
        })}
      </div>
    </fieldset>
  );
}
