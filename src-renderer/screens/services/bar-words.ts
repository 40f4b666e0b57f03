import type { ServiceBar } from '../../../src-shared/domain/service-rules';
import type { Translate } from '../../i18n/translate';

/** Why a service cannot be changed here, in a few words. */
export function barWords(bar: ServiceBar, t: Translate): string {
  return 'titles' in bar
    ? t(`services.bar.${bar.bar}`, { titles: bar.titles.join(', ') })
    : t(`services.bar.${bar.bar}`);
}
