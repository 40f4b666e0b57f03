import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SubscriberCharges } from '../../../src-shared/domain/billing';
import { minsk } from '../../operator/testing/client';
import { openCabinet } from '../testing/open-cabinet';
import { chargeHandlers } from './handlers';

const NOW = minsk('2021-05-10', 12);
let cabinet: ReturnType<typeof openCabinet>;
let handlers: ReturnType<typeof chargeHandlers>;
beforeEach(() => {
  cabinet = openCabinet(NOW);
  handlers = chargeHandlers(cabinet.context);
});
afterEach(() => cabinet.close());

const charges = (month: string, closed: boolean): SubscriberCharges => ({
  subscriberId: 1,
  month,
  revision: 1,
  closed,
  asOf: minsk('2021-05-10'),
  lines: [],
});

it('a subscriber without charges has nothing in a month that is known, not a month of which nothing is known', async () => {
  const of = (month: string) => handlers['charges.get']({ subscriberId: 2, month });
  expect(await of('2021-04')).toMatchObject({ lines: [], closed: false, asOf: null });
  cabinet.store('charges', [charges('2021-04', true), charges('2021-05', false)]);
  expect(await of('2021-04')).toMatchObject({ lines: [], closed: true, asOf: NOW });
  expect(await of('2021-05')).toMatchObject({ lines: [], closed: false, asOf: NOW });
  expect(await handlers['charges.get']({ subscriberId: 1, month: '2021-05' })).toMatchObject({
    closed: false,
    asOf: minsk('2021-05-10'),
  });
});
