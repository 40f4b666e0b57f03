import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatCharge, parseAmount } from '../../../src-shared/domain/money';
import { formatDuration } from '../../../src-shared/domain/period';
import { DayInput } from '../../components/day-input';
import { fieldError, focusFirstWrong } from '../../components/field-error';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { changeFilter, type FilterChange, formatTime, monthDays, parseDuration, parseTime } from './filters';
import type { EditorProps } from './party-editor';

type TextRangeProps = {
  from: { label: string; value: number | undefined };
  to: { label: string; value: number | undefined };
  show: (value: number) => string;
  parse: (text: string) => number | null;
  /** Said under a field that could not be read. */
  bad: MessageKey;
  /** «From» after «to» makes sense: times of day go over midnight. */
  anyOrder?: boolean;
  hint?: string;
  onApply: (from: number | undefined, to: number | undefined) => void;
};

type FieldErrors = { from?: string; to?: string };

/** Two typed ends of a range; an empty one is open. */
function TextRange({ from, to, show, parse, bad, anyOrder = false, hint, onApply }: TextRangeProps) {
  const t = useT();
  const [fromText, setFromText] = useState(from.value === undefined ? '' : show(from.value));
  const [toText, setToText] = useState(to.value === undefined ? '' : show(to.value));
  const [errors, setErrors] = useState<FieldErrors>({});

  const read = (text: string): number | undefined | null => (text.trim() === '' ? undefined : parse(text));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const low = read(fromText);
    const high = read(toText);
    const next: FieldErrors = {};
    if (low === null) next.from = t(bad);
    if (high === null) next.to = t(bad);
    else if (!anyOrder && typeof low === 'number' && high !== undefined && high < low)
      next.to = t('cdrs.filter.orderBad');
    setErrors(next);
    if (low !== null && high !== null && !next.to) onApply(low, high);
    else focusFirstWrong(event.currentTarget);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" w={300}>
        <TextInput
          label={from.label}
          value={fromText}
          onChange={(event) => setFromText(event.currentTarget.value)}
          error={errors.from && fieldError(errors.from)}
          data-autofocus
        />
        <TextInput
          label={to.label}
          value={toText}
          onChange={(event) => setToText(event.currentTarget.value)}
          error={errors.to && fieldError(errors.to)}
        />
        {hint && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        <Button type="submit" size="compact-md">
          {t('cdrs.filter.apply')}
        </Button>
      </Stack>
    </form>
  );
}

export function CostEditor({ filter, onChange, close }: EditorProps) {
  const t = useT();
  return (
    <TextRange
      from={{ label: t('cdrs.filter.costFrom'), value: filter.minGross }}
      to={{ label: t('cdrs.filter.costTo'), value: filter.maxGross }}
      show={formatCharge}
      parse={parseAmount}
      bad="cdrs.filter.costBad"
      onApply={(minGross, maxGross) => {
        onChange(changeFilter(filter, { minGross, maxGross }));
        close();
      }}
    />
  );
}

export function DurationEditor({ filter, onChange, close }: EditorProps) {
  const t = useT();
  return (
    <TextRange
      from={{ label: t('cdrs.filter.durationFrom'), value: filter.minDurationS }}
      to={{ label: t('cdrs.filter.durationTo'), value: filter.maxDurationS }}
      show={formatDuration}
      parse={parseDuration}
      bad="cdrs.filter.durationBad"
      onApply={(minDurationS, maxDurationS) => {
        onChange(changeFilter(filter, { minDurationS, maxDurationS }));
        close();
      }}
    />
  );
}

/** Hours of any day of the month; both minutes are included. */
export function HoursEditor({ filter, onChange, close }: EditorProps) {
  const t = useT();
  return (
    <TextRange
      from={{ label: t('cdrs.filter.timeFrom'), value: filter.fromMinute }}
      to={{ label: t('cdrs.filter.timeTo'), value: filter.toMinute }}
      show={formatTime}
      parse={parseTime}
      bad="cdrs.filter.timeBad"
      anyOrder
      hint={t('cdrs.filter.timeHint')}
      onApply={(fromMinute, toMinute) => {
        onChange(changeFilter(filter, { fromMinute, toMinute }));
        close();
      }}
    />
  );
}

/** Days inside the month; each choice narrows the list at once. */
export function DaysEditor({ filter, onChange }: EditorProps) {
  const t = useT();
  const { first, last } = monthDays(filter.month);
  const change = (days: FilterChange) => onChange(changeFilter(filter, days));
  return (
    <Group gap="sm" align="start">
      <DayInput
        label={t('cdrs.filter.dayFrom')}
        value={filter.fromDay ?? null}
        min={first}
        max={filter.toDay ?? last}
        shown={first}
        onChange={(fromDay) => change({ fromDay: fromDay ?? undefined })}
      />
      <DayInput
        label={t('cdrs.filter.dayTo')}
        value={filter.toDay ?? null}
        min={filter.fromDay ?? first}
        max={last}
        shown={first}
        onChange={(toDay) => change({ toDay: toDay ?? undefined })}
      />
    </Group>
  );
}
