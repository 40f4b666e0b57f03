import type { CommandState } from '../../../src-shared/bridge/commands';
import type { BridgeError, ErrorCode } from '../../../src-shared/bridge/errors';
import type { Delivery } from '../../../src-shared/domain/account';
import type { appealTopics } from '../../../src-shared/domain/requests';
import type { CommandKind } from '../../../src-shared/operator-api/commands';

/** Words of the journal in documents and in its search: Russian whatever the language of the screens. */
export const commandWords: Record<CommandKind, string> = {
  'register-payment': 'Регистрация платежа',
  'order-invoice-email': 'Заказ счета на E-mail',
  'order-invoice-file': 'Загрузка счета по ссылке',
  'change-delivery': 'Изменение способа/адреса доставки',
  'order-cdr-email': 'Детализация на E-mail',
  'order-charges-email': 'Начисления за текущий период',
  'open-appeal': 'Новое обращение',
  'answer-appeal': 'Ответ в обращении',
  'change-call-centre': 'Изменение колл-центра',
  'add-service': 'Добавление услуги',
  'remove-service': 'Удаление услуги',
  'suspend-subscriber': 'Приостановление номера',
  'resume-subscriber': 'Возобновление номера',
  'change-plan': 'Смена ТП',
  'cancel-plan-change': 'Отмена смены ТП',
  'change-channels': 'Изменение SIP-многоканальности',
  'change-sip-password': 'Изменение пароля SIP',
};

export const commandStateWords: Record<CommandState, string> = {
  waiting: 'Ждёт отправки',
  sending: 'Отправляется',
  accepted: 'Выполнена',
  rejected: 'Отказано',
  cancelled: 'Отменена',
};

export const topicWords: Record<(typeof appealTopics)[number], string> = {
  billing: 'Счета и платежи',
  cdr: 'Детализация звонков',
  services: 'Услуги и тарифы',
  equipment: 'Оборудование и рассрочка',
  documents: 'Документы',
  other: 'Другое',
};

export const deliveryWords: Record<Delivery['method'], string> = { email: 'E-mail', self: 'Получает сам' };

/** Why a try did not get through. Refusals are said in the operator's own words. */
const faultWords: Partial<Record<ErrorCode, string>> = {
  'operator-unreachable': 'Нет связи с оператором.',
  'operator-error': 'У оператора произошла ошибка.',
  'operator-answer-malformed': 'Ответ оператора прочитать нельзя.',
  'operator-refused': 'Оператор отказал в операции.',
  'rate-limited': 'Запросов слишком много.',
  'session-expired': 'Время сеанса у оператора истекло.',
  'not-found': 'Таких данных нет.',
  timeout: 'Ответ не получен вовремя.',
  'too-many-attempts': 'Слишком много неверных попыток.',
  'password-change-required': 'Вход выполнен по временному паролю.',
  'weak-password': 'Такой пароль слишком прост.',
  'command-outcome-unknown':
    'Данные восстановлены из копии, в которой эта операция ещё ждала. Выполнена ли она, неизвестно.',
};

/** The operator's reason, or what is wrong; empty when nothing is. */
export function reasonWords(error: BridgeError | null): string {
  if (!error) return '';
  const { detail } = error.params;
  return detail ? String(detail) : (faultWords[error.code] ?? 'Произошла ошибка.');
}
