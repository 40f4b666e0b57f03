import type { Problem, ProblemCode } from '../../src-shared/operator-api/problems';

/** HTTP status and title of every refusal; codes are the stable part of the contract. */
const kinds: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  validation: { status: 400, title: 'Запрос составлен неверно' },
  unauthorized: { status: 401, title: 'Требуется вход' },
  'session-expired': { status: 401, title: 'Сеанс завершён' },
  'password-change-required': { status: 403, title: 'Сначала измените временный пароль' },
  'wrong-credentials': { status: 401, title: 'Неверный номер телефона, пароль или код' },
  'temporary-password-expired': { status: 401, title: 'Срок действия временного пароля истёк' },
  'too-many-attempts': { status: 429, title: 'Слишком много неудачных попыток' },
  'code-expired': { status: 401, title: 'Код недействителен' },
  'weak-password': { status: 422, title: 'Пароль не подходит' },
  'category-closed': { status: 422, title: 'Категория недоступна' },
  'not-administrator': { status: 403, title: 'Номер не является администратором кабинета' },
  'not-found': { status: 404, title: 'Не найдено' },
  'method-not-allowed': { status: 405, title: 'Действие не поддерживается' },
  conflict: { status: 409, title: 'Данные изменились' },
  'idempotency-mismatch': { status: 409, title: 'Ключ уже использован для другого запроса' },
  'resync-required': { status: 410, title: 'Нужна полная загрузка данных' },
  'payload-too-large': { status: 413, title: 'Запрос слишком велик' },
  'rate-limited': { status: 429, title: 'Слишком частые запросы' },
  'rule-violated': { status: 409, title: 'Правило оператора не позволяет это сделать' },
  unavailable: { status: 503, title: 'Сервис временно недоступен' },
  internal: { status: 500, title: 'Внутренняя ошибка' },
};

export type RefusalDetails = {
  detail?: string;
  field?: string;
  retryAt?: number;
  rule?: string;
  /** Another status than the code's usual one. */
  status?: number;
};

/** A refusal of the operator; whoever throws it ends the request with a problem+json answer. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, { status, ...details }: RefusalDetails = {}) {
    const kind = kinds[code];
    super(`${code}: ${details.detail ?? kind.title}`);
    this.name = 'Refusal';
    this.problem = {
      type: `urn:sip-operator:problem:${code}`,
      title: kind.title,
      status: status ?? kind.status,
      code,
      ...details,
    };
  }
}
