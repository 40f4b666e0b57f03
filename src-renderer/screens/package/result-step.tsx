import { Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import {
  CHECKSUM_LIST,
  type ExportView,
  type PackageFile,
  packageFileStates,
} from '../../../src-shared/bridge/exports';
import { ExportProgress } from '../../components/exports/export-parts';
import { PageButtons } from '../../components/page-buttons';
import { EmptyState } from '../../components/states';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { cancelExport, openExport, retryPackage, useExports } from '../../state/exports';
import { navigate } from '../../state/navigation';

/** What came of a package: its files against those of the last time, and what to do about those that failed. */
export function ResultStep({ id }: { id: string }) {
  const t = useT();
  const view = useExports((state) => state.items.find((item) => item.id === id));
  if (!view) {
    return (
      <>
        <EmptyState title={t('package.gone')} hint={t('package.goneHint')} />
        <PageButtons
          back
          next={{ label: t('package.again'), onClick: () => navigate('month-package', {}) }}
        />
      </>
    );
  }
  const { state, files = [] } = view;
  return (
    <>
      <Head view={view} />
      {files.length > 0 && <FileTable files={files} />}
      {files.length > 0 && state !== 'running' && (
        <Text size="sm" c="dimmed">
          {t('package.verify', { list: CHECKSUM_LIST })}
        </Text>
      )}
      <PageButtons
        next={
          state === 'failed' || state === 'cancelled'
            ? { label: t('common.retry'), onClick: () => void retryPackage(id) }
            : { label: t('package.open'), onClick: () => openExport(id), disabled: state !== 'done' }
        }
      >
        {state !== 'running' && (
          <Button variant="default" onClick={() => navigate('month-package', {})}>
            {t('package.another')}
          </Button>
        )}
      </PageButtons>
    </>
  );
}

function Head({ view }: { view: ExportView }) {
  const t = useT();
  const { state, files = [], error } = view;
  if (state === 'running') {
    return (
      <div style={{ maxWidth: 560 }}>
        <Text fw={600}>{t('package.running', { file: view.fileName })}</Text>
        <Text size="sm" c="dimmed">
          {t('exports.rows', { rows: view.rows, total: view.totalRows })}
        </Text>
        <ExportProgress view={view} />
        <Group mt={10}>
          <Button variant="default" onClick={() => cancelExport(view.id)}>
            {t('common.cancel')}
          </Button>
        </Group>
      </div>
    );
  }
  const words = error && describeError(error, t);
  const counts = packageFileStates.flatMap((one) => {
    const count = files.filter((file) => file.state === one && file.name !== CHECKSUM_LIST).length;
    return count > 0 ? [t(`package.counts.${one}`, { count })] : [];
  });
  const Icon = state === 'done' ? IconCircleCheck : IconAlertTriangle;
  return (
    <div role="status">
      <Group gap={8} wrap="nowrap" align="center">
        <Icon
          size={20}
          aria-hidden
          color={state === 'done' ? 'var(--cabinet-good)' : 'var(--cabinet-warning)'}
        />
        <Text fw={600}>{t(`package.${state}`, { file: view.fileName })}</Text>
      </Group>
      {words && <Text mt={4}>{`${words.what} ${words.action}`}</Text>}
      {counts.length > 0 && <Text mt={4}>{counts.join(', ')}</Text>}
    </div>
  );
}

function FileTable({ files }: { files: readonly PackageFile[] }) {
  const t = useT();
  return (
    <Table.ScrollContainer minWidth={620} maw={1000}>
      <Table aria-label={t('package.files')} verticalSpacing={6} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exports.file')}</Table.Th>
            <Table.Th>{t('package.since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map(({ name, state, error }) => {
            const words = error && describeError(error, t);
            return (
              <Table.Tr key={name}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
                <Table.Td>
                  <Text
                    span
                    fw={state === 'failed' ? 600 : 400}
                    {...(state === 'unchanged' ? { c: 'dimmed' } : {})}
                  >
                    {t(`package.state.${state}`)}
                  </Text>
                  {words && (
                    <Text size="sm" c="dimmed">
                      {state === 'failed' ? `${words.what} ${words.action}` : words.what}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
