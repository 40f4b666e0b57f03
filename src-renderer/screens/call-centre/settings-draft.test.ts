import { expect, it } from 'vitest';
import type { Subscriber } from '../../../src-shared/domain/account';
import { draftOf, isFaultless, noSettings, readTime, settingsFaults, settingsOf } from './settings-draft';

const people = new Map([
  [1, { id: 1, number: '375291000001', status: 'active' } as Subscriber],
  [2, { id: 2, number: '375291000002', status: 'suspended' } as Subscriber],
]);
const draft = draftOf({ ...noSettings, enabled: true, operatorIds: [1], overflowNumber: '375172000000' });
const faults = (change: Partial<typeof draft>) => settingsFaults({ ...draft, ...change }, people);

it('comes back from its draft unchanged', () => {
  expect(isFaultless(settingsFaults(draft, people))).toBe(true);
  expect(settingsOf(draft)).toEqual({
    ...noSettings,
    enabled: true,
    operatorIds: [1],
    overflowNumber: '375172000000',
  });
});

it('reads times as people write them', () => {
  expect(['9', '9:00', '0900', '09.30', '24:00', '9:60', ''].map(readTime)).toEqual([
    '09:00',
    '09:00',
    '09:00',
    '09:30',
    null,
    null,
    null,
  ]);
});

it('needs active operators while it is on', () => {
  expect(faults({ operatorIds: [] }).operators).toEqual({ key: 'callCentre.operatorsNeeded' });
  expect(faults({ operatorIds: [], enabled: false }).operators).toBeNull();
  expect(faults({ operatorIds: [1, 2] }).operators?.params).toEqual({ numbers: '+375 29 100-00-02' });
});

it('tells the weekday whose hours are crossed', () => {
  const hours = draft.hours.map((day, at) => (at === 2 ? { from: '18:00', to: '9:00' } : day));
  expect(faults({ hours }).hours).toEqual([null, null, 'callCentre.hoursCrossed', null, null, null, null]);
});

it('refuses an operator’s own number as the overflow', () => {
  expect(faults({ overflow: '29 100-00-01' }).overflow).toBe('callCentre.overflowOperator');
  expect(faults({ overflow: '29 100' }).overflow).toBe('callCentre.overflowWrong');
  expect(faults({ overflow: '' }).overflow).toBeNull();
});
