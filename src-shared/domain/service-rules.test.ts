import { expect, it } from 'vitest';
import type { ConnectedService } from './account';
import { feeThisMonth, offersToAdd, servicesToRemove } from './service-rules';
import type { ServiceOffer } from './subscriber-changes';
import { serviceOffer } from './testing/service-offer';

const offer = (code: string, more: Partial<ServiceOffer> = {}): ServiceOffer =>
  serviceOffer(code.length, code, { title: `«${code}»`, ...more });
const service = (code: string, disconnectedAt: number | null = null): ConnectedService => ({
  id: code.length,
  subscriberId: 1,
  code,
  title: `«${code}»`,
  connectedAt: 1,
  disconnectedAt,
  status: disconnectedAt === null ? 'active' : 'disconnected',
  statusReason: '',
  validUntil: null,
  monthlyGross: 0,
  locked: false,
});

it('offers what is not connected and says what stands in the way', () => {
  const offers = [
    offer('a'),
    offer('b', { requires: ['a'] }),
    offer('c', { requires: ['d'] }),
    offer('d'),
    offer('e', { conflicts: ['a'] }),
    offer('minutes', { kind: 'package', locked: true }),
    offer('channels', { kind: 'channels' }),
  ];
  const bars = offersToAdd({ services: [service('a'), service('d', 5)], offers }).map(
    ({ offer: { code }, bar }) => [code, bar],
  );
  expect(bars).toEqual([
    ['b', null],
    ['c', { bar: 'requires', titles: ['«d»'] }],
    ['d', null],
    ['e', { bar: 'conflicts', titles: ['«a»'] }],
    ['minutes', { bar: 'locked' }],
  ]);
});

it('a conflict holds whichever of the two names it', () => {
  const offers = [offer('a', { conflicts: ['b'] }), offer('b')];
  expect(offersToAdd({ services: [service('a')], offers })[0]?.bar).toEqual({
    bar: 'conflicts',
    titles: ['«a»'],
  });
});

it('removes what nothing needs', () => {
  const offers = [offer('a'), offer('b', { requires: ['a'] }), offer('base', { permanent: true })];
  const services = [service('a'), service('b'), service('base')];
  expect(servicesToRemove({ services, offers }).map(({ bar }) => bar)).toEqual([
    { bar: 'needed', titles: ['«b»'] },
    null,
    { bar: 'permanent' },
  ]);
});

it('charges from today to the end of the month', () => {
  const fee = (day: string) => feeThisMonth(310_000, day);
  expect(fee('2021-05-10')).toEqual({ days: 22, total: 31, sum: 220_000 });
  expect(fee('2021-05-31')).toEqual({ days: 1, total: 31, sum: 10_000 });
});
