import { SegmentedControl } from '@mantine/core';
import { useLanguage, useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { changeSettings } from '../../state/settings';

export function LanguageSwitch() {
  const t = useT();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('settings.language')}
      value={useLanguage()}
      onChange={(language) =>
        void changeSettings({ language: language === 'en' ? 'en' : 'ru' }).catch(tellError)
      }
      data={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
