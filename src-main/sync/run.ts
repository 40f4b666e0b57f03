import { CabinetError } from '../../src-shared/bridge/errors';
import type { Account } from '../../src-shared/domain/account';
import type { Instant } from '../../src-shared/domain/period';
import type { FeedName } from '../../src-shared/operator-api/feeds';
import { transaction } from '../store/cache';
import { type FeedSource, markComplete, readFeedState } from '../store/feed-state';
import { writeMeta } from '../store/meta';
import { storeAccount } from '../store/write/account';
import { type PullContext, pullFeed } from './pull-feed';
import { withRetry } from './retry';

/** Small feeds that fill the first screens come before the millions of calls. */
const ORDER: readonly FeedName[] = [
  'tariff-plans',
  'subscribers',
  'charges',
  'invoices',
  'payments',
  'services',
  'service-offers',
  'suspensions',
  'plan-changes',
  'sip-lines',
  'guarantees',
  'orders',
  'installments',
  'appeals',
  'call-centre',
  'cdrs',
];

export type RunContext = PullContext & {
  /** Told when the heads are asked for: what changes at the operator from now on is not in this pass. */
  onBegin(): void;
  /** Told when a source begins to be taken. */
  onStage(source: FeedSource): void;
  /** Told when rows of a source have been stored. */
  onStored(source: FeedSource): void;
  /** Whose rows the cache holds; null: nobody's yet. */
  accountId: number | null;
};

/** The number now belongs to another account: its rows must not be mixed with those of the old one. */
export class OtherAccount extends CabinetError {
  readonly account: Account;

  constructor(account: Account) {
    super('resync-required');
    this.account = account;
  }
}

/**
 * One sync: asks which feeds have news and takes those in. When nothing has changed it costs two requests.
 * When something is known to have changed meanwhile, it goes back to the small feeds; what it has is kept.
 * @returns the operator's time at the beginning: what the cache now shows is as of then
 * @throws CabinetError
 */
export async function runSync(context: RunContext): Promise<Instant> {
  for (;;) {
    const asOf = await takeNews(context);
    if (asOf !== null) return asOf;
  }
}

/** @returns null when it broke off, to be begun anew */
async function takeNews(context: RunContext): Promise<Instant | null> {
  const { cache, client, token, environment, retry } = context;
  const request = { signal: retry.signal, token };
  const ask = <Answer>(work: () => Promise<Answer>) => withRetry(environment, retry, work);

  context.onBegin();
  context.onStage('account');
  const { heads, serverTime: asOf } = await ask(() => client.call('getFeedHeads', undefined, request));
  const takeAccount = async () => {
    const { account } = await ask(() => client.call('getAccount', undefined, request));
    if (context.accountId !== null && context.accountId !== account.id) throw new OtherAccount(account);
    storeAccount(cache, account, asOf);
    context.onStored('account');
  };
  await takeAccount();

  // Everything is to come: the rest of the account is taken in while the threads for its calls start.
  if (!readFeedState(cache, 'cdrs').complete) {
    context.reader.begin();
    context.pages.begin();
  }
  const unchanged: FeedName[] = [];
  for (const feed of ORDER) {
    const state = readFeedState(cache, feed);
    if (state.complete && state.cursor === heads[feed]) {
      unchanged.push(feed);
      continue;
    }
    context.onStage(feed);
    await pullFeed(context, feed, asOf);
    if (context.isStale()) return null;
  }
  // The operator may have booked sums while they were asked for: the account must not be older than its parts.
  if (unchanged.length < ORDER.length) await takeAccount();
  transaction(cache, () => {
    for (const feed of unchanged) markComplete(cache, feed, asOf);
    writeMeta(cache, 'last-complete-sync', String(asOf));
  });
  for (const feed of unchanged) context.onStored(feed);
  return asOf;
}
