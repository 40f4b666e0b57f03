import type { ConnectedService } from '../../../src-shared/domain/account';
import type { ServiceBar } from '../../../src-shared/domain/service-rules';
import type { PlanChange, Suspension } from '../../../src-shared/domain/subscriber-changes';

/** Words of a subscriber's services, pauses and plans in documents: Russian whatever the language of the screens. */
export const serviceStatusWords: Record<ConnectedService['status'], string> = {
  active: 'Активный',
  suspended: 'Приостановлен',
  disconnected: 'Отключен',
};

/** Why a service cannot be connected or disconnected in the program. */
export function serviceBarWords(bar: ServiceBar): string {
  switch (bar.bar) {
    case 'locked':
      return 'Только по заявлению';
    case 'permanent':
      return 'Входит в тарифный план';
    case 'requires':
      return `Сначала подключите: ${bar.titles.join(', ')}`;
    case 'conflicts':
      return `Не совместима с услугой: ${bar.titles.join(', ')}`;
    case 'needed':
      return `Нужна для услуги: ${bar.titles.join(', ')}`;
  }
}

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
