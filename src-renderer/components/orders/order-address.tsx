import type { Account } from '../../../src-shared/domain/account';
import { useProcedure } from '../../state/procedures';

/** Where orders go: the address that invoices are sent to now, or the contract's when they are collected. */
const addressesOf = ({ delivery, contactEmail }: Account): readonly string[] =>
  delivery.method === 'email' && delivery.emails.length > 0 ? delivery.emails : [contactEmail];

/** The address of an order as the operator took it; until that is here, where it is expected to go. */
export function useOrderAddress(orderId: number | null = null): string | null {
  const orders = useProcedure('requests.orders', undefined);
  const account = useProcedure('account.get', undefined).data?.account;
  const order = orderId === null ? undefined : orders.data?.items.find(({ id }) => id === orderId);
  if (order) return order.emails.join('; ');
  return account ? addressesOf(account).join('; ') : null;
}
