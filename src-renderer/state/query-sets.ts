import type { ProcedureName } from '../../src-shared/bridge/contract';
import type { FeedName } from '../../src-shared/operator-api/feeds';

/** A cached data set as `cache.changed` names it. */
type CacheSet = FeedName | 'account' | 'commands' | 'work-days';

/** Which cached data a reading procedure shows: when one of them changes, it is asked again. */
export const cacheSetsOf: Partial<Record<ProcedureName, readonly CacheSet[]>> = {
  'account.get': ['account', 'payments', 'invoices', 'charges'],
  'account.invoices': ['invoices', 'payments'],
  'account.payments': ['payments'],
  'tariffs.list': ['tariff-plans'],
  'subscribers.search': ['subscribers', 'tariff-plans'],
  'subscribers.get': ['subscribers', 'tariff-plans', 'charges', 'services'],
  'charges.months': ['charges'],
  'charges.get': ['charges'],
  'documents.months': ['charges', 'invoices'],
  'documents.month': ['charges', 'invoices', 'subscribers'],
  'payments.order': ['account', 'charges', 'invoices', 'payments'],
  'cdrs.months': ['cdrs'],
  'cdrs.summary': ['cdrs', 'work-days'],
  'cdrs.count': ['cdrs', 'work-days'],
  'cdrs.page': ['cdrs', 'work-days'],
  'cdrs.groups': ['cdrs', 'subscribers', 'work-days'],
  'calendar.changes': ['work-days'],
  'commands.list': ['commands'],
  'diagnosis.cache': ['cdrs', 'commands', 'subscribers'],
  'requests.guarantees': ['guarantees'],
  'requests.orders': ['orders'],
  'requests.installments': ['installments'],
  'requests.appeals': ['appeals'],
  'requests.callCentre': ['call-centre'],
  'requests.callCentreCalls': ['call-centre', 'cdrs', 'subscribers'],
  'services.list': ['services', 'service-offers', 'suspensions', 'subscribers'],
  'plans.compare': ['tariff-plans', 'plan-changes', 'subscribers', 'cdrs'],
  'telephony.get': ['services', 'service-offers', 'sip-lines'],
  'telephony.statistics': ['cdrs', 'services'],
};
