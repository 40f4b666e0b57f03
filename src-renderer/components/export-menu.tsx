import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type ExportFormat, tableFormats } from '../../src-shared/bridge/export-formats';
import type { DocumentRequest } from '../../src-shared/bridge/exports';
import { useT } from '../i18n/use-t';
import { startArchive, startExport } from '../state/exports';
import { openPreview } from '../state/preview';

type ExportMenuProps = {
  /** What is on the screen now; asked at the moment of the choice. */
  document: () => DocumentRequest;
  /** Nothing is on the screen. */
  disabled?: boolean;
  /** Offers the whole account as well: where people look for all of it. */
  archive?: boolean;
  /** More to take away, after a line. */
  more?: ReactNode;
};

/** «Экспорт»: XLSX, PDF or CSV of exactly what is on the screen. Progress is told by a notification. */
export function ExportMenu({ document, disabled = false, archive = false, more }: ExportMenuProps) {
  const t = useT();
  const choose = (format: ExportFormat) => void startExport(document(), format);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          disabled={disabled && !archive && !more}
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('exports.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={disabled}
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => openPreview(document())}
        >
          {t('preview.openAndPrint')}
        </Menu.Item>
        <Menu.Divider />
        {tableFormats.map((format) => (
          <Menu.Item key={format} disabled={disabled} onClick={() => choose(format)}>
            {t(`exports.${format}`)}
          </Menu.Item>
        ))}
        {more && (
          <>
            <Menu.Divider />
            {more}
          </>
        )}
        {archive && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('archive.whole')}</Menu.Label>
            <Menu.Item onClick={() => void startArchive()}>{t('archive.title')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
