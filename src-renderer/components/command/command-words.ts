import type { CommandView } from '../../../src-shared/bridge/commands';
import type { Delivery } from '../../../src-shared/domain/account';
import { formatSum } from '../../../src-shared/domain/money';
import { formatDay } from '../../../src-shared/domain/period';
import { type CommandBody, type CommandKind, commands } from '../../../src-shared/operator-api/commands';
import type { Language } from '../../i18n/messages';
import type { Translate } from '../../i18n/translate';
import { monthWords } from '../month-words';
import { type CommandSubject, subjectWords } from './command-subject';

/** What a command does, in words. */
export const commandTitle = (kind: CommandKind, t: Translate): string => t(`command.kind.${kind}`);

/** «E-mail: PDF, Excel», «Получает сам» (guide §2.1). */
export function deliveryWords(
  { method, formats }: Pick<Delivery, 'method' | 'formats'>,
  t: Translate,
): string {
  if (method === 'self') return t('account.delivery.self');
  return t('account.delivery.email', { formats: formatWords(formats, t) });
}

export const formatWords = (formats: Delivery['formats'], t: Translate): string =>
  formats.map((format) => t(`account.format.${format}`)).join(', ');

const bodyOf = <Kind extends CommandKind>(
  kind: Kind,
  command: Pick<CommandView, 'body'>,
): CommandBody<Kind> | null => {
  const body = commands[kind].body.safeParse(command.body);
  return body.success ? (body.data as CommandBody<Kind>) : null;
};

/** «Смена ТП: SIP-номер»: what is commanded, and with what. */
export function commandWhat(
  command: Pick<CommandView, 'kind' | 'body'>,
  subject: CommandSubject | null,
  t: Translate,
  language: Language,
): string {
  const details = subject ? subjectWords(subject, t) : commandDetails(command, t, language);
  return [commandTitle(command.kind, t), details].filter(Boolean).join(': ');
}

/** With what: the sum, the month, the days; empty where the title says everything, or what is meant is named by its subject. */
export function commandDetails(
  command: Pick<CommandView, 'kind' | 'body'>,
  t: Translate,
  language: Language,
): string {
  const days = (body: { fromDay: string; toDay: string }) =>
    t('command.days', { from: formatDay(body.fromDay), to: formatDay(body.toDay) });
  switch (command.kind) {
    case 'register-payment': {
      const body = bodyOf(command.kind, command);
      return body
        ? t('command.promise', { sum: formatSum(body.amount), day: formatDay(body.promisedOn) })
        : '';
    }
    case 'order-invoice-email': {
      const body = bodyOf(command.kind, command);
      return body ? monthWords(body.month, language) : '';
    }
    case 'order-invoice-file': {
      const body = bodyOf(command.kind, command);
      return body ? `${monthWords(body.month, language)}, ${body.format.toUpperCase()}` : '';
    }
    case 'change-delivery': {
      const body = bodyOf(command.kind, command);
      return body ? [deliveryWords(body, t), ...body.emails].join('; ') : '';
    }
    case 'order-cdr-email': {
      const body = bodyOf(command.kind, command);
      if (!body) return '';
      const count = t('command.subscribers', { count: body.numbers.length });
      return [days(body), t(`cdrs.kind.${body.direction}`), count].join(', ');
    }
    case 'order-charges-email': {
      const body = bodyOf(command.kind, command);
      if (!body) return '';
      return body.numbers ? t('command.subscribers', { count: body.numbers.length }) : t('command.account');
    }
    case 'open-appeal': {
      const body = bodyOf(command.kind, command);
      return body ? t(`appeal.topic.${body.topic}`) : '';
    }
    case 'answer-appeal': {
      const body = bodyOf(command.kind, command);
      return body ? t('command.appeal', { id: String(body.appealId) }) : '';
    }
    case 'change-call-centre': {
      const body = bodyOf(command.kind, command);
      return body ? t(body.enabled ? 'command.enabled' : 'command.disabled') : '';
    }
    case 'suspend-subscriber': {
      const body = bodyOf(command.kind, command);
      return body ? days(body) : '';
    }
    default:
      return '';
  }
}
