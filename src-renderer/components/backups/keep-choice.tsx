import { Select } from '@mantine/core';
import { backupCounts } from '../../../src-shared/bridge/backups';
import { useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { changeSettings, useSettings } from '../../state/settings';

/** How many copies are kept. */
export function KeepChoice() {
  const t = useT();
  const keep = useSettings((settings) => settings.keepBackups);
  return (
    <Select
      label={t('backups.keep')}
      description={t('backups.keepNote')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      styles={{ wrapper: { width: 260 } }}
      allowDeselect={false}
      value={String(keep)}
      onChange={(chosen) => void changeSettings({ keepBackups: Number(chosen) }).catch(tellError)}
      data={backupCounts.map((count) => ({
        value: String(count),
        label: count === 0 ? t('backups.keepNone') : t('backups.keepCount', { count }),
      }))}
    />
  );
}
