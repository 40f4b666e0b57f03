import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { type ExportFormat, tableFormats } from '../../../src-shared/bridge/export-formats';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useLanguage, useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { useProcedure } from '../../state/procedures';
import { monthTitle } from '../month-words';
import { TextSkeleton } from '../page';
import { ErrorState } from '../states';
import { useFocusBack } from '../use-focus-back';

type Direction = CdrFilter['direction'];
const directions: readonly Direction[] = ['out', 'in', 'both'];

type MonthsDialogProps = { month: YearMonth; direction: Direction; onClose: () => void };

/** Whole months of the account's detalization in one file; the shown month is chosen at first. */
export function MonthsDialog({ month: shown, direction: first, onClose }: MonthsDialogProps) {
  const t = useT();
  const language = useLanguage();
  useFocusBack();
  const offered = useProcedure('cdrs.months', { subscriberId: null });
  const [months, setMonths] = useState<string[]>([shown]);
  const [direction, setDirection] = useState(first);
  const take = async (format: ExportFormat) => {
    if (await startExport({ kind: 'cdr-months', months, direction }, format)) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      // Its <header> would count as another banner of the page.
      attributes={{ header: { role: 'presentation' } }}
      title={t('documents.monthsTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {offered.error ? (
          <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />
        ) : !offered.data ? (
          <TextSkeleton lines={6} />
        ) : (
          <Checkbox.Group label={t('documents.monthsLabel')} value={months} onChange={setMonths}>
            <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8, marginTop: 6 }}>
              {offered.data.items.map(({ month }) => (
                <Checkbox key={month} value={month} label={monthTitle(month, language)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Select
          label={t('cdrs.kindShort')}
          data={directions.map((one) => ({ value: one, label: t(`cdrs.kind.${one}`) }))}
          value={direction}
          onChange={(one) => one && setDirection(one)}
          allowDeselect={false}
        />
        <Text size="sm" c="dimmed">
          {t('documents.monthsHint')}
        </Text>
        <Group gap={8}>
          {tableFormats.map((format) => (
            <Button
              key={format}
              variant="default"
              disabled={months.length === 0}
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => void take(format)}
            >
              {t(`exports.${format}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Modal>
  );
}
