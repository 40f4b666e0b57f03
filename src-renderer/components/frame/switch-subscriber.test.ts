import { expect, it } from 'vitest';
import { routeForSubscriber } from './switch-subscriber';

it('keeps the page and its month, and leaves behind what is one subscriber’s alone', () => {
  expect(
    routeForSubscriber({ page: 'subscriber-charges', params: { subscriberId: 1, month: '2021-05' } }, 2),
  ).toEqual({ page: 'subscriber-charges', params: { subscriberId: 2, month: '2021-05' } });
  expect(
    routeForSubscriber({ page: 'subscriber-cdrs', params: { subscriberId: 1, whole: true, by: 'day' } }, 2),
  ).toEqual({ page: 'subscriber-cdrs', params: { subscriberId: 2, whole: false, by: 'day' } });
  expect(routeForSubscriber({ page: 'service-list', params: { subscriberId: 1, step: 'add' } }, 2)).toEqual({
    page: 'service-list',
    params: { subscriberId: 2 },
  });
  expect(
    routeForSubscriber({ page: 'subscriber-appeal', params: { subscriberId: 1, appealId: 9 } }, 2),
  ).toEqual({ page: 'subscriber-menu', params: { subscriberId: 2 } });
  expect(routeForSubscriber({ page: 'payments', params: {} }, 2).page).toBe('subscriber-menu');
});
