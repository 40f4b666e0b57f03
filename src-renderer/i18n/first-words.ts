import { commonEn } from './en/common';
import { demoEn } from './en/demo';
import { diagnosisEn } from './en/diagnosis';
import { errorsEn } from './en/errors';
import { settingsEn } from './en/settings';
import { signInEn } from './en/sign-in';
import { commonRu } from './ru/common';
import { demoRu } from './ru/demo';
import { diagnosisRu } from './ru/diagnosis';
import { errorsRu } from './ru/errors';
import { settingsRu } from './ru/settings';
import { signInRu } from './ru/sign-in';

/** Words of what is drawn before the cabinet's code is there; `first-words.test.ts` holds them to be all of these. */
export const firstWords = {
  ru: { ...commonRu, ...signInRu, ...errorsRu, ...demoRu, ...diagnosisRu, ...settingsRu },
  en: { ...commonEn, ...signInEn, ...errorsEn, ...demoEn, ...diagnosisEn, ...settingsEn },
};
