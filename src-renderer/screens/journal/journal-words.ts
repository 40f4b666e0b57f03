import type { CommandView } from '../../../src-shared/bridge/commands';
import { formatInstant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { commandWhat } from '../../components/command/command-words';
import type { BadgeTone } from '../../components/table/types';
import { describeError } from '../../i18n/error-words';
import type { Language } from '../../i18n/messages';
import type { Translate } from '../../i18n/translate';
import type { JournalRow } from './journal-rows';

export const STATE_TONE: Record<CommandView['state'], BadgeTone> = {
  waiting: 'warning',
  sending: 'warning',
  accepted: 'good',
  rejected: 'bad',
  cancelled: 'neutral',
};

export const whatWords = ({ command, subject }: JournalRow, t: Translate, language: Language): string =>
  commandWhat(command, subject, t, language);

export function whomWords({ command, subscriber }: JournalRow, t: Translate): string {
  if (command.subscriberId === null) return t('appeal.account');
  return subscriber ? `${formatPhone(subscriber.number)}, ${subscriber.name}` : `№ ${command.subscriberId}`;
}

/** The operator's reason, or why the last try did not get through and when the next one is. */
export function reasonWords({ error, state, nextTryAt }: CommandView, t: Translate): string {
  if (!error) return '';
  const { code, params } = error;
  const reason =
    code === 'operator-refused' && params.detail ? String(params.detail) : describeError(error, t).what;
  if (state !== 'waiting' || nextTryAt === null) return reason;
  return `${reason} ${t('sync.nextTry', { time: formatInstant(nextTryAt) })}`;
}
