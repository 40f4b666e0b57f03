import type { Handlers } from '../../../src-shared/bridge/contract';
import { MAX_SERVICES } from '../../../src-shared/bridge/documents';
import { billedMonths } from '../../store/read/charges';
import type { CabinetContext } from '../context';
import { monthChoices } from '../months';
import { readMonthFacts } from './month-facts';
import { draftPaymentOrder, keepPaymentOrder } from './payment-orders';

type Names = 'documents.months' | 'documents.month' | 'payments.order' | 'payments.keepOrder';

/** The operator shows invoices of two months back (guide §2.3.2). */
const PREVIOUS_SHOWN = 2;

/** Documents of a month from the cache, and the order to pay it. */
export function documentHandlers({ cache, writable, clock }: CabinetContext): Handlers<Names> {
  return {
    'documents.months': () => ({ items: monthChoices(clock.now(), PREVIOUS_SHOWN, billedMonths(cache())) }),
    'documents.month': ({ month }) => {
      const { state, invoice, statement, asOf } = readMonthFacts(cache(), month, clock.now());
      const { services, totals, bill, subscribers } = statement;
      return {
        state,
        invoice,
        services: services.slice(0, MAX_SERVICES),
        totals,
        bill,
        subscribers: subscribers.length,
        asOf,
      };
    },
    'payments.order': ({ month }) => draftPaymentOrder(cache(), month, clock.now()),
    'payments.keepOrder': (order) => keepPaymentOrder(writable(), order),
  };
}
