import { formatDay, type Instant, monthOf } from '../../../../src-shared/domain/period';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { Books } from '../../billing/books';
import type { Publisher } from '../../feeds/publisher';
import { publishHoldings } from '../../feeds/subscriber-items';
import type { Company } from '../../ledger/company';
import { closedOnAt, type SubscriberFacts, stateAt } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';
import { brokenRule } from './broken-rule';

/** What all commands about a subscriber have in common. */
export type SubscriberDesk = {
  /** @throws Refusal «not-found» when there is no such number, or not yet. */
  find(subscriberId: number, now: Instant): SubscriberFacts;
  /** Does a change in the ledger and lets everything that follows from it follow. @returns what `work` does. */
  change(subscriber: SubscriberFacts, now: Instant, work: () => number): number;
};

export function createSubscriberDesk(options: {
  company: Company;
  books: Pick<Books, 'touch'>;
  publisher: Publisher;
  /** Tells the call generator of a subscriber's new facts. */
  redraw(subscriber: SubscriberFacts): void;
  /** True when the demo data is being changed: what is written now would be lost. */
  stopped(): boolean;
}): SubscriberDesk {
  const { company, books, publisher, redraw, stopped } = options;

  const reload = (subscriber: SubscriberFacts) => {
    company.reload(subscriber.id);
    redraw(subscriber);
  };

  return {
    find: (subscriberId, now) => {
      const subscriber = company.find(subscriberId);
      if (subscriber && subscriber.connectedAt <= now) return subscriber;
      throw new Refusal('not-found', { field: 'body.subscriberId', detail: 'Такого абонента нет' });
    },
    change: (subscriber, now, work) => {
      if (stopped()) throw new Refusal('unavailable');
      const id = work();
      reload(subscriber);
      publishHoldings(publisher, subscriber, now);
      books.touch([monthOf(now)]);
      // The transaction around may still fail as a whole: what it takes back is read again.
      queueMicrotask(() => reload(subscriber));
      return id;
    },
  };
}

/** @throws Refusal when the contract of the number has ended. */
export function requireOpen(subscriber: SubscriberFacts, now: Instant): void {
  const closedOn = closedOnAt(subscriber, now);
  if (closedOn === null) return;
  throw brokenRule(
    ruleNames.subscriberClosed,
    `Договор на номер ${subscriber.number} расторгнут ${formatDay(closedOn)}.`,
    { field: 'body.subscriberId' },
  );
}

/** @throws Refusal when the number is closed or out of service today. */
export function requireServing(subscriber: SubscriberFacts, now: Instant): void {
  requireOpen(subscriber, now);
  const { status, reason } = stateAt(subscriber, now);
  if (status === 'active') return;
  throw brokenRule(
    ruleNames.subscriberSuspended,
    `Обслуживание номера ${subscriber.number} приостановлено (${reason}). Сначала возобновите его.`,
    { field: 'body.subscriberId' },
  );
}
