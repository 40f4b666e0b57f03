import { expect, it } from 'vitest';
import { createPublisher } from '../feeds/publisher';
import { openLedger } from '../ledger/ledger';
import type { SubscriberFacts } from '../ledger/subscriber-facts';
import { sharedPace } from '../slices';
import { GUIDE_TIME, minsk } from '../testing/client';
import { createBooks } from './books';

const subscriber: SubscriberFacts = {
  id: 1,
  number: '375291000001',
  name: 'Главный номер',
  planCode: 'sip-connection',
  weight: 1,
  connectedAt: minsk('2018-03-13'),
  closedOn: null,
  pauses: [],
  services: [],
  planChanges: [],
  sipPasswordChangedAt: minsk('2018-03-13'),
};

it('what is touched while the books are being brought up is booked again', async () => {
  const ledger = openLedger(null);
  let facts = 'old';
  let booked = '';
  const books = createBooks({
    ledger,
    seed: 1,
    epoch: '2021-05',
    subscribers: [subscriber],
    dayBook: { packageSeconds: () => 0 },
    usage: { ensure: async () => undefined },
    chargeBook: {
      book: () => {
        booked = facts;
      },
      monthTotals: () => ({ net: 0, vat: 0, gross: 0 }),
      // Asked when the month has been booked and the company is being published.
      gross: () => {
        if (facts === 'old') {
          facts = 'new';
          books.touch(['2021-05']);
        }
        return 1;
      },
    },
    invoiceBook: {
      has: () => true,
      form: () => undefined,
      publish: () => undefined,
      rewind: () => undefined,
    },
    payments: { nextAfter: () => null },
    publisher: createPublisher(ledger),
    now: () => GUIDE_TIME,
    pace: sharedPace,
  });
  await books.ensure();
  expect(booked).toBe('new');
  expect(books.behind(GUIDE_TIME)).toBe(false);
  ledger.close();
});
