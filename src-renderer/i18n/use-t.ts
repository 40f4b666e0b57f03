import { useSettings } from '../state/settings';
import type { Language } from './messages';
import { type Translate, translator } from './translate';

/** The words of the chosen language; a change of language draws anew. */
export function useT(): Translate {
  return translator[useSettings((settings) => settings.language)];
}

export const useLanguage = (): Language => useSettings((settings) => settings.language);

/** For what happens outside of drawing (notifications). */
export const currentT = (): Translate => translator[useSettings.getState().language];
