import { Button, Select, Text } from '@mantine/core';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { type CalendarDay, minskTime } from '../../../src-shared/domain/period';
import { type DayKind, LAST_TRANSFER_YEAR, shippedKind } from '../../../src-shared/domain/work-calendar';
import { RuleNote } from '../../components/command/notes';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ButtonRow, Section } from '../../components/section';
import { ErrorState } from '../../components/states';
import { useLanguage, useT } from '../../i18n/use-t';
import { navigate, replaceRoute } from '../../state/navigation';
import { tellDone, tellError } from '../../state/notices';
import { faultOf, useCommand, useProcedure } from '../../state/procedures';
import type { RouteParams } from '../../state/routes';
import { useOperatorNow } from '../../state/sync';
import { dayWords } from './day-words';
import styles from './work-calendar.module.css';
import { calendarYears } from './year-days';
import { YearGrid } from './year-grid';

type Changes = ProcedureOutput<'calendar.changes'>['items'];

/** «Рабочий календарь»: which days are working ones, to be changed where the organisation's differ. */
export function WorkCalendar({ year: asked }: RouteParams<'work-calendar'>) {
  const t = useT();
  const current = minskTime(useOperatorNow()).year;
  const changes = useProcedure('calendar.changes', undefined);
  const fault = faultOf(changes);
  const year = asked ?? current;
  return (
    <Page title={t('pages.work-calendar')} intro={t('workCalendar.intro')} wide>
      <Select
        label={t('workCalendar.year')}
        data={calendarYears(Math.max(current, year)).map(String)}
        value={String(year)}
        onChange={(chosen) => replaceRoute('work-calendar', { year: Number(chosen) })}
        allowDeselect={false}
        checkIconPosition="right"
        styles={{ wrapper: { width: 160 } }}
      />
      {year > LAST_TRANSFER_YEAR && (
        <RuleNote title={t('workCalendar.noTransfers', { year: String(year) })}>
          {t('workCalendar.noTransfersHint')}
        </RuleNote>
      )}
      {fault ? (
        <ErrorState {...fault} />
      ) : !changes.data ? (
        <TextSkeleton lines={12} />
      ) : (
        <Year year={year} items={changes.data.items} />
      )}
      <PageButtons menu={() => navigate('settings')} back />
    </Page>
  );
}

function Year({ year, items }: { year: number; items: Changes }) {
  const t = useT();
  const setDay = useCommand('calendar.setDay');
  const changes = new Map(items.map(({ day, kind }) => [day, kind]));
  const set = (day: CalendarDay, kind: DayKind) => setDay.mutate({ day, kind }, { onError: tellError });
  return (
    <>
      <ul className={styles.legend} aria-label={t('workCalendar.legend')}>
        {(['working', 'off'] as const).map((kind) => (
          <li key={kind}>
            <span className={styles.day} data-kind={kind} aria-hidden>
              1
            </span>
            {t(`workCalendar.kind.${kind}`)}
          </li>
        ))}
        <li>
          <span className={styles.day} data-kind="working" data-changed aria-hidden>
            1
          </span>
          {t('workCalendar.legend.changed')}
        </li>
      </ul>
      <YearGrid year={year} changes={changes} onChange={set} />
      <ChangedDays
        year={year}
        items={items.filter(({ day }) => day.startsWith(`${year}-`))}
        onReset={(day) => set(day, shippedKind(day))}
      />
    </>
  );
}

type ChangedDaysProps = { year: number; items: Changes; onReset: (day: CalendarDay) => void };

/** The days of the year that are not as shipped, each with the way back, and the way back for all. */
function ChangedDays({ year, items, onReset }: ChangedDaysProps) {
  const t = useT();
  const language = useLanguage();
  const resetYear = useCommand('calendar.resetYear');
  return (
    <Section title={t('workCalendar.changes')}>
      {items.length === 0 ? (
        <Text c="dimmed">{t('workCalendar.noChanges', { year: String(year) })}</Text>
      ) : (
        <>
          <ul className={styles.changes}>
            {items.map(({ day, kind }) => (
              <li key={day}>
                <Text>{dayWords(day, kind, t, language)}</Text>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('workCalendar.resetDay', { day: dayWords(day, kind, t, language) })}
                  onClick={() => onReset(day)}
                >
                  {t('workCalendar.reset')}
                </Button>
              </li>
            ))}
          </ul>
          <ButtonRow>
            <Button
              variant="default"
              loading={resetYear.isPending}
              onClick={() =>
                resetYear.mutate(
                  { year },
                  {
                    onSuccess: () => tellDone(t('workCalendar.resetDone', { year: String(year) })),
                    onError: tellError,
                  },
                )
              }
            >
              {t('workCalendar.resetYear', { year: String(year) })}
            </Button>
          </ButtonRow>
        </>
      )}
    </Section>
  );
}
