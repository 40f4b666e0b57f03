import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { workClasses } from '../../../src-shared/domain/work-calendar';
import { useT } from '../../i18n/use-t';
import { ChoiceEditor } from './choice-editor';
import styles from './filter-bar.module.css';
import { FilterChip, ToggleChip } from './filter-chip';
import { filterWords } from './filter-words';
import { activeFields, changeFilter, type FilterField, withoutField, withoutFilters } from './filters';
import { PartyEditor } from './party-editor';
import { CostEditor, DaysEditor, DurationEditor, HoursEditor } from './range-editors';

type FilterBarProps = {
  filter: CdrFilter;
  onChange: (filter: CdrFilter) => void;
  /** Stands after the chips. */
  children?: ReactNode;
};

/** Filters as chips: each opens its own little form and is taken away by itself. */
export function FilterBar({ filter, onChange, children }: FilterBarProps) {
  const t = useT();
  const active = activeFields(filter);
  const chip = (field: FilterField) => ({
    label: t(`cdrs.filter.${field}`),
    words: active.includes(field) ? filterWords(filter, field, t) : null,
    removeLabel: t('cdrs.filter.remove', { field: t(`cdrs.filter.${field}`) }),
    onRemove: () => onChange(withoutField(filter, field)),
  });
  const editor = { filter, onChange };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around the chips
    <div className={styles.bar} role="group" aria-label={t('cdrs.filter.title')}>
      <FilterChip {...chip('party')}>{(close) => <PartyEditor {...editor} close={close} />}</FilterChip>
      <FilterChip {...chip('service')}>
        {() => (
          <ChoiceEditor
            label={t('cdrs.filter.service')}
            options={cdrServices}
            words={(one) => t(`cdrs.service.${one}`)}
            chosen={filter.services ?? []}
            onChange={(services) => onChange(changeFilter(filter, { services }))}
          />
        )}
      </FilterChip>
      <FilterChip {...chip('zone')}>
        {() => (
          <ChoiceEditor
            label={t('cdrs.filter.zone')}
            options={cdrZones}
            words={(one) => t(`cdrs.zone.${one}`)}
            chosen={filter.zones ?? []}
            onChange={(zones) => onChange(changeFilter(filter, { zones }))}
          />
        )}
      </FilterChip>
      <FilterChip {...chip('status')}>
        {() => (
          <ChoiceEditor
            label={t('cdrs.filter.status')}
            options={cdrStatuses}
            words={(one) => t(`cdrs.status.${one}`)}
            chosen={filter.statuses ?? []}
            onChange={(statuses) => onChange(changeFilter(filter, { statuses }))}
          />
        )}
      </FilterChip>
      <FilterChip {...chip('cost')}>{(close) => <CostEditor {...editor} close={close} />}</FilterChip>
      <FilterChip {...chip('duration')}>{(close) => <DurationEditor {...editor} close={close} />}</FilterChip>
      <FilterChip {...chip('days')}>{(close) => <DaysEditor {...editor} close={close} />}</FilterChip>
      <FilterChip {...chip('hours')}>{(close) => <HoursEditor {...editor} close={close} />}</FilterChip>
      <FilterChip {...chip('workClass')}>
        {() => (
          <ChoiceEditor
            label={t('cdrs.filter.workClassLabel')}
            options={workClasses}
            words={(one) => t(`cdrs.workClass.${one}`)}
            chosen={filter.workClasses ?? []}
            onChange={(classes) => onChange(changeFilter(filter, { workClasses: classes }))}
          />
        )}
      </FilterChip>
      <ToggleChip
        label={t('cdrs.filter.late')}
        on={filter.lateOnly === true}
        onChange={(on) => onChange(changeFilter(filter, { lateOnly: on }))}
      />
      {active.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFilterOff size={15} aria-hidden />}
          onClick={() => onChange(withoutFilters(filter))}
        >
          {t('cdrs.reset')}
        </Button>
      )}
      {children}
    </div>
  );
}
