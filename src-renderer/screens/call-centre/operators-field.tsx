import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Subscriber } from '../../../src-shared/domain/account';
import { formatPhone } from '../../../src-shared/domain/phone';
import { fieldError } from '../../components/field-error';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import styles from './call-centre.module.css';

const FOUND_AT_MOST = 20;

/** The list with one moved by some places. */
export function moved(ids: readonly number[], from: number, by: number): number[] {
  const rest = [...ids];
  const [one] = rest.splice(from, 1);
  if (one !== undefined) rest.splice(Math.max(0, Math.min(rest.length, from + by)), 0, one);
  return rest;
}

type OperatorsFieldProps = {
  ids: readonly number[];
  people: ReadonlyMap<number, Subscriber>;
  onChange: (ids: number[]) => void;
  fault: string | null;
};

/** Who answers, in the order of distribution: added by a search, moved by the arrows. */
export function OperatorsField({ ids, people, onChange, fault }: OperatorsFieldProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [mask] = useDebouncedValue(text.trim(), 120);
  const found = useProcedure(
    'subscribers.search',
    { mask: mask.slice(0, 80), offset: 0, limit: FOUND_AT_MOST },
    { keepPrevious: true },
  );
  const offered = (found.data?.items ?? []).filter((one) => one.status === 'active' && !ids.includes(one.id));
  const name = (one: Subscriber) => `${formatPhone(one.number)}, ${one.name}`;
  const nameOf = (id: number) => {
    const one = people.get(id);
    return one ? name(one) : `№ ${id}`;
  };
  return (
    <div>
      <Select
        label={t('callCentre.operators')}
        description={t('callCentre.operatorsAbout')}
        placeholder={t('callCentre.operatorsAdd')}
        data={offered.map((one) => ({ value: String(one.id), label: name(one) }))}
        value={null}
        onChange={(id) => {
          if (id === null) return;
          onChange([...ids, Number(id)]);
          setText('');
        }}
        searchable
        searchValue={text}
        onSearchChange={setText}
        // The operator's search has found them: by number, name or plan.
        filter={({ options }) => options}
        nothingFoundMessage={t('frame.nothingFound')}
        error={fault ? fieldError(fault) : null}
        maw={420}
      />
      {ids.length > 0 && (
        <ol className={styles.operators}>
          {ids.map((id, at) => (
            <li key={id} className={styles.operator}>
              <span className={styles.place}>{at + 1}.</span>
              <span className={styles.operatorName}>{nameOf(id)}</span>
              <Move
                label={t('callCentre.up', { name: nameOf(id) })}
                disabled={at === 0}
                onClick={() => onChange(moved(ids, at, -1))}
              >
                <IconArrowUp size={15} aria-hidden />
              </Move>
              <Move
                label={t('callCentre.down', { name: nameOf(id) })}
                disabled={at === ids.length - 1}
                onClick={() => onChange(moved(ids, at, 1))}
              >
                <IconArrowDown size={15} aria-hidden />
              </Move>
              <Move
                label={t('callCentre.remove', { name: nameOf(id) })}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                <IconX size={15} aria-hidden />
              </Move>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

type MoveProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode };

function Move({ label, disabled = false, onClick, children }: MoveProps) {
  return (
    <ActionIcon
      variant="default"
      size="sm"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
