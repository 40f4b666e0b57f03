import { expect, it } from 'vitest';
import type { Delivery } from '../../../src-shared/domain/account';
import { deliveryOf, sameDelivery, untouched } from './delivery-change';

const byMail: Delivery = { method: 'email', emails: ['buh@a.by'], formats: ['pdf', 'xlsx'] };
const self: Delivery = { method: 'self', emails: [], formats: ['pdf'] };

it('changes only what was touched', () => {
  expect(deliveryOf({ ...untouched, emails: 'a@a.by;b@b.by' }, byMail)).toEqual({
    method: 'email',
    emails: ['a@a.by', 'b@b.by'],
    formats: ['pdf', 'xlsx'],
  });
  expect(deliveryOf({ ...untouched, carrier: 'xlsx-split' }, byMail)).toEqual({
    ...byMail,
    formats: ['pdf', 'xlsx-split'],
  });
  expect(deliveryOf({ ...untouched, carrier: 'none' }, byMail)).toEqual({ ...byMail, formats: ['pdf'] });
});

it('takes the addresses away with the letters, and asks for them when letters come back', () => {
  expect(deliveryOf({ ...untouched, method: 'self' }, byMail)).toEqual({
    ...byMail,
    method: 'self',
    emails: [],
  });
  expect(deliveryOf({ ...untouched, method: 'email' }, self)).toEqual({ code: 'empty' });
});

it('knows a change that changes nothing', () => {
  expect(sameDelivery(byMail, { ...byMail, formats: ['xlsx', 'pdf'] })).toBe(true);
  expect(sameDelivery(self, { ...self, formats: ['pdf', 'xlsx'] })).toBe(true);
  expect(sameDelivery(byMail, { ...byMail, emails: ['other@a.by'] })).toBe(false);
});
