import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatSum, type Money } from '../../../src-shared/domain/money';
import { type CalendarDay, formatDay } from '../../../src-shared/domain/period';
import { SUSPENSION_AHEAD_DAYS, SUSPENSION_MAX_DAYS } from '../../../src-shared/domain/rules';
import type { Suspension } from '../../../src-shared/domain/subscriber-changes';
import { Changes } from '../../components/command/changes';
import { CommandStage, Outcome } from '../../components/command/outcome';
import { DayInput } from '../../components/day-input';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useCommandFlow } from '../../state/commands';
import { useDraft } from '../../state/drafts';
import { useOperatorNow } from '../../state/sync';
import { daysFault, firstDays, lastDays, pauseDays } from './suspension-rules';

type PauseFormProps = {
  subscriberId: number;
  suspensions: readonly Suspension[];
  price: Money | null;
  menu: () => void;
};
type Days = { from: CalendarDay | null; to: CalendarDay | null };

/** From which day to which, what it costs and what it does to charges, then the operator's answer. */
export function PauseForm({ subscriberId, suspensions, price, menu }: PauseFormProps) {
  const t = useT();
  const now = useOperatorNow();
  const form = `suspension.${subscriberId}`;
  const flow = useCommandFlow(form);
  const touched = useTouched();
  const [confirming, setConfirming] = useState(false);
  const { value, change } = useDraft<Days>(form, { from: null, to: null });
  const { from, to } = value;
  const fault = daysFault(from, to, suspensions, now);
  const begin = firstDays(now);
  const end = lastDays(from ?? begin.first);
  const words = (range: typeof begin) => ({ first: formatDay(range.first), last: formatDay(range.last) });
  const toError = fault === 'overlaps' ? t('suspension.overlaps') : t('suspension.toBad', words(end));

  return (
    <CommandStage
      flow={flow}
      meanwhile={<PageButtons menu={menu} />}
      done={({ body }) => (
        <>
          <Outcome
            tone="good"
            title={t('suspension.done', {
              from: formatDay(String(body.fromDay)),
              to: formatDay(String(body.toDay)),
            })}
          />
          <PageButtons menu={menu} />
        </>
      )}
    >
      {confirming && from && to && fault === null ? (
        <WorkForm
          wide
          onEscape={() => setConfirming(false)}
          onSubmit={() =>
            flow.send({ kind: 'suspend-subscriber', body: { subscriberId, fromDay: from, toDay: to } })
          }
        >
          <Changes
            label={t('suspension.confirm')}
            rows={[
              {
                label: t('suspension.current'),
                before: '—',
                after: `${formatDay(from)} – ${formatDay(to)}`,
                changed: true,
              },
              {
                label: t('suspension.effect'),
                before: '—',
                after: t('suspension.days', { count: pauseDays(from, to) }),
                changed: true,
              },
            ]}
          />
          {price !== null && <Text>{t('suspension.price', { sum: formatSum(price) })}</Text>}
          <PageButtons
            menu={menu}
            back={() => setConfirming(false)}
            next={{ submit: true, label: t('suspension.confirm'), loading: flow.phase === 'storing' }}
          />
        </WorkForm>
      ) : (
        <WorkForm
          onSubmit={() => {
            touched.all();
            if (fault !== null) return false;
            setConfirming(true);
            return true;
          }}
        >
          <Text c="dimmed">
            {t('suspension.rules', { ahead: SUSPENSION_AHEAD_DAYS, most: SUSPENSION_MAX_DAYS })}
          </Text>
          {price !== null && <Text>{t('suspension.price', { sum: formatSum(price) })}</Text>}
          <Group align="start" gap="sm">
            <DayInput
              label={t('suspension.from')}
              value={from}
              min={begin.first}
              max={begin.last}
              shown={begin.first}
              onChange={(day) => {
                change({ from: day });
                touched.leave('from');
              }}
              error={
                touched.shown('from') && fault === 'from'
                  ? fieldError(t('suspension.fromBad', words(begin)))
                  : null
              }
            />
            <DayInput
              label={t('suspension.to')}
              value={to}
              min={end.first}
              max={end.last}
              shown={end.first}
              onChange={(day) => {
                change({ to: day });
                touched.leave('to');
              }}
              error={
                touched.shown('to') && (fault === 'to' || fault === 'overlaps') ? fieldError(toError) : null
              }
            />
          </Group>
          <PageButtons menu={menu} next={{ submit: true }} />
        </WorkForm>
      )}
    </CommandStage>
  );
}
