import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useId } from 'react';
import { monthFormats, monthRequest, monthTables } from '../../../src-shared/bridge/month-items';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { PreviewButton } from '../preview/preview-button';
import styles from './documents.module.css';

/** Tables of a month of the whole account; they need no invoice. */
export function MonthTables({ month }: { month: YearMonth }) {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} mb={8} id={id}>
        {t('documents.tables')}
      </Title>
      <ul className={styles.list} aria-label={t('documents.tables')}>
        {monthTables.map((item) => (
          <li key={item} className={styles.document}>
            <div>
              <div className={styles.name}>{t(`documents.${item}`)}</div>
              <Text size="sm" c="dimmed">
                {t(`documents.${item}.about`)}
              </Text>
            </div>
            <Group gap={8}>
              <PreviewButton document={() => monthRequest(item, month)} name={t(`documents.${item}`)} />
              {monthFormats(item).map((format) => (
                <Button
                  key={format}
                  variant="default"
                  size="compact-md"
                  leftSection={<IconDownload size={16} aria-hidden />}
                  aria-label={t('documents.as', {
                    document: t(`documents.${item}`),
                    format: t(`exports.${format}`),
                  })}
                  onClick={() => void startExport(monthRequest(item, month), format)}
                >
                  {t(`exports.${format}`)}
                </Button>
              ))}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
