import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import type { MonthChoice } from '../../../src-shared/bridge/cabinet';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { exportFormats } from '../../../src-shared/bridge/export-formats';
import { type MonthItem, monthFormats, monthItems } from '../../../src-shared/bridge/month-items';
import type { YearMonth } from '../../../src-shared/domain/period';
import { MonthStateNote } from '../../components/documents/month-state-note';
import { MonthSelect } from '../../components/month-select';
import { PageButtons } from '../../components/page-buttons';
import { useT } from '../../i18n/use-t';
import { chosenItems, isChosen, needsInvoice, type PackageChoice, withAll, withFormat } from './choice';
import styles from './package.module.css';

type DocumentsStepProps = {
  items: readonly MonthChoice[];
  month: YearMonth;
  facts: ProcedureOutput<'documents.month'>;
  choice: PackageChoice;
  onMonth: (month: YearMonth) => void;
  onChange: (choice: PackageChoice) => void;
  onNext: () => void;
};

/** The month, and which documents in which formats. */
export function DocumentsStep({
  items,
  month,
  facts,
  choice,
  onMonth,
  onChange,
  onNext,
}: DocumentsStepProps) {
  const t = useT();
  const offered = (item: MonthItem) => facts.state === 'ready' || !needsInvoice(item);
  const chosen = chosenItems(choice, offered);
  const files = chosen.reduce((count, { formats }) => count + formats.length, 0);
  return (
    <>
      <MonthSelect
        label={t('documents.month')}
        items={items}
        value={month}
        onChange={onMonth}
        currentLabel={t('documents.current')}
      />
      <MonthStateNote facts={facts} />
      <Table.ScrollContainer minWidth={620} className={styles.grid ?? ''}>
        <Table aria-label={t('documents.list')} verticalSpacing={6} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('package.document')}</Table.Th>
              {exportFormats.map((format) => (
                <Table.Th key={format} className={styles.format ?? ''}>
                  {t(`package.format.${format}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {monthItems.map((item) => (
              <Table.Tr key={item}>
                <Table.Td>
                  <Text fw={600} {...(offered(item) ? {} : { c: 'dimmed' })}>
                    {t(`documents.${item}`)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t(`documents.${item}.about`)}
                  </Text>
                </Table.Td>
                {exportFormats.map((format) => (
                  <Table.Td key={format} className={styles.format ?? ''}>
                    {monthFormats(item).includes(format) && (
                      <Checkbox
                        className={styles.box ?? ''}
                        aria-label={t('documents.as', {
                          document: t(`documents.${item}`),
                          format: t(`exports.${format}`),
                        })}
                        checked={offered(item) && isChosen(choice, item, format)}
                        disabled={!offered(item)}
                        onChange={(event) =>
                          onChange(withFormat(choice, item, format, event.currentTarget.checked))
                        }
                      />
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group gap={8}>
        <Button variant="default" size="compact-sm" onClick={() => onChange(withAll(choice, true))}>
          {t('package.all')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => onChange(withAll(choice, false))}>
          {t('package.nothing')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {files > 0 ? t('package.count', { count: files }) : t('package.choose')}
        </Text>
      </Group>
      <PageButtons back next={{ onClick: onNext, disabled: files === 0 }} />
    </>
  );
}
