import type { Ledger } from '../ledger/ledger';

const KEY = 'account-id';
const FIRST = 1;

/**
 * Clients tell accounts apart by this id and keep for good what they were told of one. When that is no longer true
 * (other demo data, a clock that was set back before days they were told of), the account is another one to them.
 */
export const accountId = (ledger: Ledger): number => Number(ledger.get(KEY) ?? FIRST);

export const renewAccountId = (ledger: Ledger): void => ledger.set(KEY, String(accountId(ledger) + 1));
