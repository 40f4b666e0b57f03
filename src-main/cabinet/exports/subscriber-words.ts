import type { ConnectedService } from '../../../src-shared/domain/account';
import type { PlanChange, Suspension } from '../../../src-shared/domain/subscriber-changes';

/** Words of a subscriber's services, pauses and plans in documents: Russian whatever the language of the screens. */
export const serviceStatusWords: Record<ConnectedService['status'], string> = {
  active: 'Активный',
  suspended: 'Приостановлен',
  disconnected: 'Отключен',
};

export const suspensionStatusWords: Record<Suspension['status'], string> = {
  planned: 'Запланировано',
  active: 'Действует',
  ended: 'Завершено',
  cancelled: 'Отменено',
};

export const planChangeWords: Record<PlanChange['status'], string> = {
  pending: 'Запланирована',
  done: 'Выполнена',
  cancelled: 'Отменена',
};
