import { Group, Radio, Text } from '@mantine/core';
import { formatDay } from '../../../src-shared/domain/period';
import { cdrOrderDirections } from '../../../src-shared/domain/requests';
import { cdrOrderDays } from '../../../src-shared/domain/rules';
import { DayInput } from '../../components/day-input';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack, navigate } from '../../state/navigation';
import { useOperatorNow } from '../../state/sync';
import type { CdrOrderDraft } from './order-draft';

type PeriodStepProps = {
  draft: CdrOrderDraft;
  onChange: (part: Partial<CdrOrderDraft>) => void;
  faults: { from: string | null; to: string | null };
  closed: boolean;
};

/** «С», «По», «Тип детализации». */
export function PeriodStep({ draft, onChange, faults, closed }: PeriodStepProps) {
  const t = useT();
  const touched = useTouched();
  const { first, last } = cdrOrderDays(useOperatorNow());
  const submit = () => {
    touched.all();
    if (faults.from || faults.to) return false;
    navigate('cdr-email', { step: 'subscribers' });
    return true;
  };
  const wrong = (field: string, fault: string | null) =>
    touched.shown(field) && fault ? fieldError(fault) : null;
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <Text>{t('cdrEmail.period')}</Text>
      <Group align="start" gap="sm">
        <DayInput
          label={t('cdrEmail.from')}
          value={draft.fromDay}
          min={first}
          max={last}
          onChange={(fromDay) => {
            onChange({ fromDay });
            touched.leave('from');
          }}
          error={wrong('from', faults.from)}
        />
        <DayInput
          label={t('cdrEmail.to')}
          value={draft.toDay}
          min={first}
          max={last}
          onChange={(toDay) => {
            onChange({ toDay });
            touched.leave('to');
          }}
          error={wrong('to', faults.to)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('cdrEmail.days', { first: formatDay(first), last: formatDay(last) })}
      </Text>
      <Radio.Group
        label={t('cdrEmail.direction')}
        value={draft.direction}
        onChange={(value) => onChange({ direction: value as CdrOrderDraft['direction'] })}
      >
        <Group gap="lg" mt={6}>
          {cdrOrderDirections.map((one) => (
            <Radio key={one} value={one} label={t(`cdrs.kind.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <PageButtons next={{ submit: true, disabled: closed }} />
    </WorkForm>
  );
}
