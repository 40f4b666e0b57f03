import { Button } from '@mantine/core';
import type { Settings } from '../../../src-shared/bridge/settings';
import { useLanguage, useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { changeSettings } from '../../state/settings';

const names: Record<Settings['language'], string> = { ru: 'Русский', en: 'English' };
const languages = Object.keys(names) as Settings['language'][];

/** Two buttons: what marks its choice by a moving piece has to be measured before the first page is painted. */
export function LanguageSwitch() {
  const t = useT();
  const current = useLanguage();
  return (
    <Button.Group aria-label={t('settings.language')}>
      {languages.map((language) => (
        <Button
          key={language}
          size="compact-sm"
          variant={language === current ? 'light' : 'default'}
          color="gray"
          lang={language}
          aria-pressed={language === current}
          onClick={() => void changeSettings({ language }).catch(tellError)}
        >
          {names[language]}
        </Button>
      ))}
    </Button.Group>
  );
}
