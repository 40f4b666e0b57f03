import { expect, it } from 'vitest';
import type { CommandView } from '../../../src-shared/bridge/commands';
import { commandRoute } from './command-routes';

const routeOf = (
  kind: CommandView['kind'],
  resultId: number | null = null,
  subscriberId: number | null = 2,
) => commandRoute({ kind, subscriberId, body: {}, resultId });

it('leads to the page on which the command was given, not to the section around it', () => {
  const params = { subscriberId: 2 };
  expect(routeOf('add-service')).toEqual({ page: 'service-list', params });
  expect(routeOf('resume-subscriber')).toEqual({ page: 'suspension', params });
  expect(routeOf('change-channels')).toEqual({ page: 'channels', params });
  expect(routeOf('change-sip-password')).toEqual({ page: 'sip-line', params });
  expect(routeOf('cancel-plan-change')).toEqual({ page: 'subscriber-plan', params });
});

it('leads to an appeal as one of its subscriber', () => {
  expect(routeOf('open-appeal', 7)).toEqual({
    page: 'subscriber-appeal',
    params: { subscriberId: 2, appealId: 7 },
  });
  expect(routeOf('open-appeal', 7, null)).toEqual({ page: 'appeal', params: { appealId: 7 } });
  expect(routeOf('open-appeal', null, null)).toEqual({ page: 'feedback', params: {} });
});
