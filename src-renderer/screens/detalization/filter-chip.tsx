import { CloseButton, Popover, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import styles from './filter-bar.module.css';

type FilterChipProps = {
  label: string;
  /** What is chosen; null while the filter is off. */
  words: string | null;
  removeLabel: string;
  onRemove: () => void;
  /** The form; it is given what closes it. */
  children: (close: () => void) => ReactNode;
};

/** A filter: its name while it is off, its name and value while it is on. */
export function FilterChip({ label, words, removeLabel, onRemove, children }: FilterChipProps) {
  const [opened, setOpened] = useState(false);
  const on = words !== null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <span className={styles.chip} data-on={on || undefined}>
        <Popover.Target>
          <UnstyledButton className={styles.chipButton} onClick={() => setOpened(!opened)}>
            <span className={styles.chipWords}>
              {label}
              {on && (
                <>
                  : <b>{words}</b>
                </>
              )}
            </span>
            {!on && <IconChevronDown size={14} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        {on && <CloseButton size={24} iconSize={14} aria-label={removeLabel} onClick={onRemove} />}
      </span>
      <Popover.Dropdown aria-label={label}>{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  );
}

type ToggleChipProps = { label: string; on: boolean; onChange: (on: boolean) => void };

/** A filter that is only on or off. */
export function ToggleChip({ label, on, onChange }: ToggleChipProps) {
  return (
    <span className={styles.chip} data-on={on || undefined}>
      <UnstyledButton className={styles.chipButton} aria-pressed={on} onClick={() => onChange(!on)}>
        {on && <IconCheck size={14} aria-hidden />}
        <span className={styles.chipWords}>{on ? <b>{label}</b> : label}</span>
      </UnstyledButton>
    </span>
  );
}
