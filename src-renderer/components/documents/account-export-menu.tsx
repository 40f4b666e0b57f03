import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { tableFormats } from '../../../src-shared/bridge/export-formats';
import { type DocumentRequest, monthSummaries } from '../../../src-shared/bridge/exports';
import { useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { ExportMenu } from '../export-menu';
import { MonthsDialog } from './months-dialog';

type AccountExportMenuProps = {
  document: () => DocumentRequest;
  disabled?: boolean;
  archive?: boolean;
  /** What the detalization shows. */
  filter: CdrFilter;
};

/** «Экспорт» of the detalization; of the whole account also summaries of the month, and whole months at once. */
export function AccountExportMenu({ filter, ...menu }: AccountExportMenuProps) {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const { month, direction, subscriberId } = filter;
  if (subscriberId !== null) return <ExportMenu {...menu} />;
  return (
    <>
      <ExportMenu
        {...menu}
        more={
          <>
            <Menu.Label>{t('documents.wholeMonth')}</Menu.Label>
            {monthSummaries.map((kind) => (
              <Menu.Sub key={kind}>
                <Menu.Sub.Target>
                  <Menu.Sub.Item>{t(`documents.${kind}`)}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>
                  {tableFormats.map((format) => (
                    <Menu.Item key={format} onClick={() => void startExport({ kind, month }, format)}>
                      {t(`exports.${format}`)}
                    </Menu.Item>
                  ))}
                </Menu.Sub.Dropdown>
              </Menu.Sub>
            ))}
            <Menu.Item onClick={() => setChoosing(true)}>{t('documents.months')}</Menu.Item>
          </>
        }
      />
      {choosing && <MonthsDialog month={month} direction={direction} onClose={() => setChoosing(false)} />}
    </>
  );
}
