import type { Account } from '../../../src-shared/domain/account';
import type { Instant } from '../../../src-shared/domain/period';
import { run, transaction, type WritableCache } from '../cache';
import { markComplete } from '../feed-state';

/** Replaces the account by what the operator has just given. */
export function storeAccount(cache: WritableCache, account: Account, asOf: Instant): void {
  transaction(cache, () => {
    run(cache, 'DELETE FROM account WHERE id <> ?', account.id);
    run(cache, 'REPLACE INTO account (id, body) VALUES (?, ?)', account.id, JSON.stringify(account));
    markComplete(cache, 'account', asOf);
  });
}
