import type { CallCentreSettings } from '../../../src-shared/domain/requests';
import { Changes } from '../../components/command/changes';
import { Nothing } from '../../components/figures';
import { PageButtons } from '../../components/page-buttons';
import { useSubscribers } from '../../components/use-subscribers';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import styles from './call-centre.module.css';
import { settingsWords } from './settings-words';

type ConfirmSettingsProps = {
  current: CallCentreSettings;
  next: CallCentreSettings;
  busy: boolean;
  onBack: () => void;
  onSave: (settings: CallCentreSettings) => void;
};

/** Old and new settings side by side; nothing is sent while nothing has changed. */
export function ConfirmSettings({ current, next, busy, onBack, onSave }: ConfirmSettingsProps) {
  const t = useT();
  const people = useSubscribers([...current.operatorIds, ...next.operatorIds]);
  const before = settingsWords(current, people, t);
  const after = settingsWords(next, people, t);
  const rows = after.map(({ label, words }, at) => {
    const old = before[at]?.words ?? '';
    const lines = (text: string) => (text ? <span className={styles.lines}>{text}</span> : <Nothing />);
    return { label, before: lines(old), after: lines(words), changed: old !== words };
  });
  const changed = rows.some((row) => row.changed);
  return (
    <WorkForm wide onSubmit={() => changed && onSave(next)} onEscape={onBack}>
      <Changes label={t('pages.call-centre')} rows={rows} />
      <PageButtons
        menu={false}
        back={onBack}
        next={{ submit: true, label: t('common.save'), loading: busy, disabled: !changed }}
      />
    </WorkForm>
  );
}
