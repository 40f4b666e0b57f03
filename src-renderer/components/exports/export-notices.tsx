import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { ExportView } from '../../../src-shared/bridge/exports';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { useExports } from '../../state/exports';
import { routeNow } from '../../state/navigation';
import { noticeCloseButton } from '../../state/notices';
import { ExportButtons, ExportProgress, exportFault } from './export-parts';

function titleOf({ format, state }: ExportView): MessageKey {
  if (format === 'package') return `package.${state}`;
  return format === 'parquet' ? `archive.${state}` : `exports.${state}`;
}
const CLOSE_AFTER_MS = { running: false, done: 15_000, failed: false, cancelled: 4_000 } as const;

/** Tells of every export of this visit: progress with «Отменить», then «Открыть» and «Показать в папке». */
export function ExportNotices() {
  const t = useT();
  useEffect(() => {
    const shown = new Map<string, ExportView>(useExports.getState().items.map((view) => [view.id, view]));
    const closed = new Set<string>();
    return useExports.subscribe(({ items }) => {
      for (const view of items) {
        const before = shown.get(view.id);
        // The same export again, read anew.
        if (before?.state === view.state && before.rows === view.rows) continue;
        const finished = view.state !== 'running';
        shown.set(view.id, view);
        // The page of a package says it all itself.
        if (view.format === 'package' && routeNow().page === 'month-package') continue;
        // A notice closed while the file was being prepared comes back only with the result.
        if (closed.has(view.id) && !finished) continue;
        const notice = {
          id: `export-${view.id}`,
          title: t(titleOf(view), { file: view.fileName }),
          message: <ExportNotice view={view} />,
          autoClose: CLOSE_AFTER_MS[view.state],
          withBorder: true,
          color: view.state === 'done' ? 'green' : view.state === 'failed' ? 'amber' : 'gray',
          closeButtonProps: noticeCloseButton(),
          onClose: () => closed.add(view.id),
        };
        // The one does nothing where no notice of it is shown (a lock takes them all away), the other where one is.
        notifications.update(notice);
        notifications.show(notice);
      }
    });
  }, [t]);
  return null;
}

function ExportNotice({ view }: { view: ExportView }) {
  const t = useT();
  const fault = exportFault(view, t);
  return (
    <>
      {fault && <p style={{ margin: 0 }}>{fault}</p>}
      {view.state === 'running' && (
        <>
          <div>{t('exports.rows', { rows: view.rows, total: view.totalRows })}</div>
          <ExportProgress view={view} />
        </>
      )}
      <div style={{ marginTop: 8 }}>
        <ExportButtons view={view} />
      </div>
    </>
  );
}
