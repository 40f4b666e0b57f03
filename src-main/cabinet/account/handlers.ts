import type { Handlers } from '../../../src-shared/bridge/contract';
import { readFeedState } from '../../store/feed-state';
import { listInvoices, listPayments, readAccount } from '../../store/read/account';
import { listItems } from '../../store/read/items';
import type { CabinetContext } from '../context';

type Names = 'account.get' | 'account.invoices' | 'account.payments' | 'tariffs.list';

/** «Управление лицевым счетом SIP» (guide §2). */
export function accountHandlers({ cache }: CabinetContext): Handlers<Names> {
  return {
    'account.get': () => ({
      account: readAccount(cache()),
      asOf: readFeedState(cache(), 'account').dataAsOf,
    }),
    'account.invoices': () => ({
      items: listInvoices(cache()),
      asOf: readFeedState(cache(), 'invoices').dataAsOf,
    }),
    'account.payments': () => ({
      items: listPayments(cache()),
      asOf: readFeedState(cache(), 'payments').dataAsOf,
    }),
    'tariffs.list': () => ({
      items: listItems(cache(), 'tariff-plans'),
      asOf: readFeedState(cache(), 'tariff-plans').dataAsOf,
    }),
  };
}
