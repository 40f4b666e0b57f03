import { ActionIcon, Text } from '@mantine/core';
import { IconCash, IconFileInvoice, IconFileText, IconPhone, IconReceipt2, IconX } from '@tabler/icons-react';
import type { Evidence } from '../../../src-shared/domain/requests';
import { useT } from '../../i18n/use-t';
import styles from './evidence.module.css';

const icons: Record<Evidence['kind'], typeof IconPhone> = {
  cdr: IconPhone,
  charge: IconReceipt2,
  invoice: IconFileInvoice,
  payment: IconCash,
  document: IconFileText,
};

type EvidenceListProps = {
  evidence: readonly Evidence[];
  /** Takes one out; absent: they are only shown. */
  onRemove?: (evidence: Evidence) => void;
};

/** Rows and documents that a request is about. */
export function EvidenceList({ evidence, onRemove }: EvidenceListProps) {
  const t = useT();
  return (
    <ul className={styles.list} aria-label={t('evidence.list')}>
      {evidence.map((one) => {
        const Icon = icons[one.kind];
        return (
          <li key={`${one.kind} ${one.text}`} className={styles.item}>
            <Icon size={16} aria-label={t(`evidence.kind.${one.kind}`)} />
            <Text span>{one.text}</Text>
            {onRemove && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('evidence.remove', { text: one.text })}
                onClick={() => onRemove(one)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}
