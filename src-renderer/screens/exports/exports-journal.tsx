import { Button, Table, VisuallyHidden } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ExportView } from '../../../src-shared/bridge/exports';
import { ExportButtons, ExportProgress, exportFault } from '../../components/exports/export-parts';
import { Page } from '../../components/page';
import { EmptyState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { markExportsSeen, useExports } from '../../state/exports';
import { navigate } from '../../state/navigation';

/** «Журнал экспорта»: what was taken away in this visit, and what is being prepared. */
export function ExportsJournal() {
  const t = useT();
  const items = useExports((state) => state.items);
  const unseen = useExports((state) => state.unseen);
  useEffect(() => {
    if (unseen > 0) markExportsSeen();
  }, [unseen]);
  return (
    <Page
      title={t('pages.exports')}
      intro={t('exports.intro')}
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => navigate('month-package', {})}
        >
          {t('pages.month-package')}
        </Button>
      }
    >
      {items.length === 0 ? (
        <EmptyState title={t('exports.none')} hint={t('exports.noneHint')} />
      ) : (
        <Table.ScrollContainer minWidth={620}>
          <Table aria-label={t('exports.title')} verticalSpacing={6} withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('exports.file')}</Table.Th>
                <Table.Th w={200}>{t('exports.state')}</Table.Th>
                <Table.Th w={110} ta="right">
                  {t('exports.rowsColumn')}
                </Table.Th>
                <Table.Th w={240}>
                  <VisuallyHidden>{t('exports.actions')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((view) => (
                <ExportRow key={view.id} view={view} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Page>
  );
}

function ExportRow({ view }: { view: ExportView }) {
  const t = useT();
  const fault = exportFault(view, t);
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{view.fileName}</Table.Td>
      <Table.Td>
        {t(`exports.state.${view.state}`)}
        {fault && `. ${fault}`}
        {view.state === 'running' && <ExportProgress view={view} />}
      </Table.Td>
      <Table.Td ta="right">{t('exports.count', { rows: view.rows })}</Table.Td>
      <Table.Td>
        <ExportButtons view={view} />
      </Table.Td>
    </Table.Tr>
  );
}
