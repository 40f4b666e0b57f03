import type { Account, Subscriber } from '../../../src-shared/domain/account';
import { type ChargeLine, type Invoice, totalCharges } from '../../../src-shared/domain/billing';
import { roundToKopecks } from '../../../src-shared/domain/money';
import { startOfDay } from '../../../src-shared/domain/period';
import { CONTRACT } from '../../operator/demo/company';
import { storeAccount } from '../../store/write/account';
import { openCabinet } from './open-cabinet';

/** Test equipment: a cache with one invoiced month, whatever was charged. */
export const MONTH = '2021-05';
export const NOW = startOfDay('2021-06-07') + 10 * 3_600_000;

export type Charged = { name: string; lines: readonly ChargeLine[] };

const account: Account = {
  ...CONTRACT,
  id: 1,
  status: 'active',
  delivery: { method: 'self', emails: [], formats: ['pdf'] },
  previousMonthCharges: 0,
  balance: 0,
  amountDue: 0,
  dueOn: null,
};

const subscriber = (id: number, name: string): Subscriber => ({
  id,
  number: String(375_291_000_000 + id),
  name,
  planId: 1,
  planTitle: 'SIP-номер',
  isConnection: id === 1,
  status: 'active',
  statusReason: '',
  connectedAt: startOfDay('2018-03-13'),
  currentCharges: 0,
  packages: [],
});

/** @param about facts of the account and the invoice that a test wants to be others */
export function openMonth(
  charged: readonly Charged[],
  about: {
    account?: Partial<Account>;
    invoice?: Partial<Invoice>;
    openingDebt?: number;
    payments?: number;
  } = {},
) {
  const cabinet = openCabinet(NOW);
  const { net, vat, gross } = totalCharges(charged.flatMap(({ lines }) => lines));
  const { openingDebt = 0, payments = 0 } = about;
  const invoice: Invoice = {
    id: 202_105,
    number: '202105-012345',
    month: MONTH,
    issuedAt: startOfDay('2021-06-03') + 20 * 3_600_000,
    dueOn: '2021-06-25',
    openingDebt,
    payments,
    net,
    vat,
    gross,
    amountDue: Math.max(0, roundToKopecks(openingDebt - payments + gross)),
    status: 'unpaid',
    act: { number: '202105-012345/А', signedOn: '2021-05-31' },
    vatInvoice: '190000005-2021-0000202105',
    ...about.invoice,
  };
  storeAccount(cabinet.cache, { ...account, ...about.account }, NOW);
  cabinet.store(
    'subscribers',
    charged.map(({ name }, index) => subscriber(index + 1, name)),
  );
  cabinet.store(
    'charges',
    charged.map(({ lines }, index) => ({
      subscriberId: index + 1,
      month: MONTH,
      revision: 1,
      closed: true,
      asOf: NOW,
      lines: [...lines],
    })),
  );
  cabinet.store('invoices', [invoice]);
  return { ...cabinet, invoice };
}
