import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatsOf } from '../../../src-shared/bridge/export-formats';
import { monthDocuments } from '../../../src-shared/bridge/exports';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { navigate } from '../../state/navigation';
import { PreviewButton } from '../preview/preview-button';
import styles from './documents.module.css';

type DocumentListProps = { month: YearMonth; facts: ProcedureOutput<'documents.month'> };

/** The documents of a month with the formats they can be taken away in, and the order to pay it. */
export function DocumentList({ month, facts }: DocumentListProps) {
  const t = useT();
  return (
    <ul className={styles.list} aria-label={t('documents.list')}>
      {monthDocuments.map((kind) => (
        <li key={kind} className={styles.document}>
          <div>
            <div className={styles.name}>{t(`documents.${kind}`)}</div>
            <Text size="sm" c="dimmed">
              {t(`documents.${kind}.about`)}
            </Text>
          </div>
          <Group gap={8}>
            <PreviewButton
              document={() => ({ kind, month })}
              name={t(`documents.${kind}`)}
              disabled={facts.state !== 'ready'}
            />
            {formatsOf(kind).map((format) => (
              <Button
                key={format}
                variant="default"
                size="compact-md"
                disabled={facts.state !== 'ready'}
                leftSection={<IconDownload size={16} aria-hidden />}
                aria-label={t('documents.as', {
                  document: t(`documents.${kind}`),
                  format: t(`exports.${format}`),
                })}
                onClick={() => void startExport({ kind, month }, format)}
              >
                {t(`exports.${format}`)}
              </Button>
            ))}
          </Group>
        </li>
      ))}
      <li className={styles.document}>
        <div>
          <div className={styles.name}>{t('documents.payment-order')}</div>
          <Text size="sm" c="dimmed">
            {t('documents.payment-order.about')}
          </Text>
        </div>
        <Button
          variant="default"
          size="compact-md"
          disabled={facts.invoice === null}
          leftSection={<IconPencil size={16} aria-hidden />}
          aria-label={t('documents.as', {
            document: t('documents.payment-order'),
            format: t('documents.fill'),
          })}
          onClick={() => navigate('payment-order', { month })}
        >
          {t('documents.fill')}
        </Button>
      </li>
    </ul>
  );
}
