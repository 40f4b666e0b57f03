import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './frame.module.css';

type BarButtonProps = { label: string; onClick: () => void; disabled?: boolean; children: ReactNode };

/** A button of icon only; its words are the tooltip and the accessible name. */
export function BarButton({ label, onClick, disabled = false, children }: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.barButton ?? ''}
        size={32}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
