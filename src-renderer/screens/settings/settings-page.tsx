import { Button, Text } from '@mantine/core';
import { ChoiceSwitch } from '../../components/choice-switch';
import { Page } from '../../components/page';
import { useDemo } from '../../components/post/use-demo';
import { ButtonRow, Section } from '../../components/section';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { startArchive } from '../../state/exports';
import { navigate } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { changeSettings, useSettings } from '../../state/settings';
import { LanguageSwitch } from '../sign-in/language-switch';
import { MinutesChoice } from './minutes-choice';
import { OperatorChoice } from './operator-choice';
import { ProgramInfo } from './program-info';
import { SizeChoice } from './size-choice';

const themes = ['system', 'light', 'dark'] as const;
const intervals = [0, 5, 15, 30, 60, 180, 720] as const;
const pauses = [1, 5, 10, 15, 30, 60, 240, 0] as const;

/** «Настройки» */
export function SettingsPage() {
  const t = useT();
  const theme = useSettings((settings) => settings.theme);
  const syncEveryMin = useSettings((settings) => settings.syncEveryMin);
  const lockAfterMin = useSettings((settings) => settings.lockAfterMin);
  const demoSize = useSettings((settings) => settings.demoSize);
  const demo = useDemo();
  return (
    <Page title={t('pages.settings')} intro={t('settings.intro')}>
      <Section title={t('settings.look')}>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('settings.language')}
          </Text>
          <LanguageSwitch />
        </div>
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('settings.theme')}
          </Text>
          <ChoiceSwitch
            label={t('settings.theme')}
            value={theme}
            onChange={(next) => void changeSettings({ theme: next }).catch(tellError)}
            choices={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          />
        </div>
      </Section>
      <Section title={t('settings.sync')}>
        <MinutesChoice
          label={t('settings.syncEvery')}
          choices={intervals}
          value={syncEveryMin}
          words={(minutes) => intervalWords(minutes, t)}
          onChange={(minutes) => void changeSettings({ syncEveryMin: minutes }).catch(tellError)}
        />
      </Section>
      <Section title={t('settings.safety')}>
        <MinutesChoice
          label={t('settings.lockAfter')}
          description={t('settings.lockNote')}
          choices={pauses}
          value={lockAfterMin}
          words={(minutes) => pauseWords(minutes, t)}
          onChange={(minutes) => void changeSettings({ lockAfterMin: minutes }).catch(tellError)}
        />
      </Section>
      <Section title={t('pages.work-calendar')}>
        <Text>{t('workCalendar.about')}</Text>
        <ButtonRow>
          <Button variant="default" onClick={() => navigate('work-calendar')}>
            {t('workCalendar.open')}
          </Button>
        </ButtonRow>
      </Section>
      <Section title={t('archive.title')}>
        <Text>{t('archive.intro')}</Text>
        <ButtonRow>
          <Button variant="default" onClick={() => void startArchive()}>
            {t('archive.save')}
          </Button>
        </ButtonRow>
      </Section>
      <Section title={t('settings.operator')}>
        <OperatorChoice />
        {demo && (
          <SizeChoice
            size={demoSize}
            onChange={(size) => void changeSettings({ demoSize: size }).catch(tellError)}
          />
        )}
      </Section>
      <Section title={t('settings.program')}>
        <ProgramInfo />
      </Section>
      <Section title={t('pages.diagnosis')}>
        <Text>{t('diagnosis.about')}</Text>
        <ButtonRow>
          <Button variant="default" onClick={() => navigate('diagnosis')}>
            {t('diagnosis.open')}
          </Button>
        </ButtonRow>
      </Section>
    </Page>
  );
}

function intervalWords(minutes: number, t: Translate): string {
  if (minutes === 0) return t('settings.sync.off');
  return minutes % 60 === 0
    ? t('settings.sync.hours', { hours: minutes / 60 })
    : t('settings.sync.minutes', { minutes });
}

function pauseWords(minutes: number, t: Translate): string {
  if (minutes === 0) return t('settings.lock.never');
  return minutes % 60 === 0
    ? t('settings.lock.hours', { hours: minutes / 60 })
    : t('settings.lock.minutes', { minutes });
}
