import type { Settings } from '../../../src-shared/bridge/settings';
import { ChoiceSwitch } from '../../components/choice-switch';
import { useLanguage, useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { changeSettings } from '../../state/settings';

const languages: readonly { value: Settings['language']; label: string }[] = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

export function LanguageSwitch() {
  const t = useT();
  return (
    <ChoiceSwitch
      label={t('settings.language')}
      choices={languages}
      value={useLanguage()}
      onChange={(language) => void changeSettings({ language }).catch(tellError)}
    />
  );
}
