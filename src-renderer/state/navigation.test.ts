import { beforeEach, expect, it } from 'vitest';
import { goBack, goForward, navigate, replaceRoute, resetNavigation, useNavigation } from './navigation';
import { HOME, parseRoute, subjectKey } from './routes';

const open = () => {
  const { steps, at } = useNavigation.getState();
  return steps[at];
};

beforeEach(() => resetNavigation());

it('goes back through the steps that were made, and forward again', () => {
  navigate('channels', { subscriberId: 1 });
  navigate('channels', { subscriberId: 1, step: 'choose' });
  goBack();
  expect(open()).toEqual({ page: 'channels', params: { subscriberId: 1 } });
  goForward();
  expect(open()).toMatchObject({ params: { step: 'choose' } });
});

it('leaves no two steps alike when what a page knows is replaced', () => {
  navigate('channels', { subscriberId: 1 });
  navigate('channels', { subscriberId: 1, step: 'choose' });
  replaceRoute('channels', { subscriberId: 1 });
  goBack();
  expect(open()).toEqual(HOME);

  navigate('journal', {});
  navigate('journal', { view: 'open' });
  goBack();
  replaceRoute('journal', { view: 'open' });
  goForward();
  goBack();
  expect(open()).toEqual(HOME);
});

it('keeps the period of payments and the view of the journal in the route', () => {
  const period = { page: 'payment-list', params: { fromDay: '2021-03-01', toDay: null } };
  expect(parseRoute(JSON.parse(JSON.stringify(period)))).toEqual(period);
  expect(parseRoute({ page: 'journal', params: { view: 'open' } })).not.toBeNull();
  expect(parseRoute({ page: 'journal', params: { view: 'sold' } })).toBeNull();
});

it('takes another subscriber or another request for another page, another month for the same', () => {
  const of = (subscriberId: number, appealId: number) =>
    subjectKey({ page: 'subscriber-appeal', params: { subscriberId, appealId } });
  expect(new Set([of(1, 1), of(2, 1), of(1, 2)]).size).toBe(3);
  const charges = (month: string) =>
    subjectKey({ page: 'subscriber-charges', params: { subscriberId: 1, month } });
  expect(charges('2021-04')).toBe(charges('2021-05'));
});

it('goes back from the page that a start has brought back: to its steps before, its subscriber and the menu', () => {
  resetNavigation({ page: 'service-list', params: { subscriberId: 7, step: 'remove' } });
  expect(useNavigation.getState().chosenSubscriber).toBe(7);
  const before = [];
  for (let left = 4; left > 0; left--) {
    goBack();
    before.push(open());
  }
  expect(before).toEqual([
    { page: 'service-list', params: { subscriberId: 7 } },
    { page: 'subscriber-menu', params: { subscriberId: 7 } },
    HOME,
    HOME,
  ]);
  resetNavigation({ page: 'delivery', params: { step: 'confirm' } });
  goBack();
  expect(open()).toEqual({ page: 'delivery', params: {} });
  resetNavigation({ page: 'subscriber-menu', params: { subscriberId: 7 } });
  goBack();
  expect(open()).toEqual(HOME);
  resetNavigation();
  expect(useNavigation.getState().steps).toEqual([HOME]);
});
