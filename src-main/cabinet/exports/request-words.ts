import type { invoiceFormats } from '../../../src-shared/domain/account';
import type { PaymentState } from '../../../src-shared/domain/installments';
import type { Appeal, Guarantee, invoiceFileFormats, Order } from '../../../src-shared/domain/requests';

/** Words of requests in documents: Russian whatever the language of the screens. */
export const guaranteeStatusWords: Record<Guarantee['status'], string> = {
  pending: 'На рассмотрении',
  accepted: 'Отсрочка разрешена',
  refused: 'Отказано',
  kept: 'Оплачено в срок',
  broken: 'Не оплачено в срок',
};

export const orderWords: Record<Order['kind'], string> = {
  'invoice-email': 'Счет на E-mail',
  'invoice-file': 'Счет по ссылке',
  'cdr-email': 'Детализация на E-mail',
  'charges-email': 'Начисления за текущий период',
};

export const appealStatusWords: Record<Appeal['status'], string> = {
  new: 'Новое',
  'in-work': 'В работе',
  answered: 'Есть ответ',
  closed: 'Закрыто',
};

export const paymentStateWords: Record<PaymentState, string> = {
  paid: 'Оплачен',
  overdue: 'Просрочен',
  due: 'Предстоит',
};

type OrderFormat = (typeof invoiceFileFormats)[number] | (typeof invoiceFormats)[number];
export const orderFormatWords: Record<OrderFormat, string> = {
  pdf: 'PDF',
  xls: 'XLS',
  xlsx: 'Excel',
  'xlsx-split': 'Excel с разбивкой',
};

/** A file is ready, a letter was sent. */
export function orderStatusWords({ status, fileName }: Order): string {
  if (status === 'forming') return 'Формируется';
  if (status === 'failed') return 'Не выполнен';
  return fileName === null ? 'Отправлено' : 'Готов';
}
