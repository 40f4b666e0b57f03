import { Button, Progress } from '@mantine/core';
import type { ExportView } from '../../../src-shared/bridge/exports';
import { describeError } from '../../i18n/error-words';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { cancelExport, openExport, revealExport } from '../../state/exports';
import { navigate } from '../../state/navigation';

export function ExportProgress({ view }: { view: ExportView }) {
  const t = useT();
  const part = view.totalRows > 0 ? (view.rows * 100) / view.totalRows : 0;
  return (
    <Progress
      value={part}
      color="gray.6"
      size="sm"
      mt={4}
      aria-label={t('exports.rows', { rows: view.rows, total: view.totalRows })}
    />
  );
}

/** Why it failed and what to do; of an archive also at which of its files. */
export function exportFault(view: ExportView, t: Translate): string | null {
  if (!view.error) return null;
  const { what, action } = describeError(view.error, t);
  const { file } = view.error.params;
  const at = file === undefined || file === view.fileName ? [] : [t('archive.atFile', { file })];
  return [what, ...at, action].join(' ');
}

export function ExportButtons({ view }: { view: ExportView }) {
  const t = useT();
  if (view.state === 'running') {
    return (
      <Button variant="default" size="compact-sm" onClick={() => cancelExport(view.id)}>
        {t('common.cancel')}
      </Button>
    );
  }
  if (view.format === 'package') return <PackageButtons view={view} />;
  if (view.state !== 'done') return null;
  return (
    <Button.Group>
      <Button variant="default" size="compact-sm" onClick={() => openExport(view.id)}>
        {t('common.open')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={() => revealExport(view.id)}>
        {t('exports.reveal')}
      </Button>
    </Button.Group>
  );
}

/** A package is looked into: what is new, what failed, and what to do about it. */
function PackageButtons({ view }: { view: ExportView }) {
  const t = useT();
  return (
    <Button.Group>
      <Button variant="default" size="compact-sm" onClick={() => navigate('month-package', { id: view.id })}>
        {t('package.show')}
      </Button>
      {view.state === 'done' && (
        <Button variant="default" size="compact-sm" onClick={() => revealExport(view.id)}>
          {t('exports.reveal')}
        </Button>
      )}
    </Button.Group>
  );
}
