import { expect, it } from 'vitest';
import { fieldsOf, type OrderDraft, orderOf } from './order-fields';

const party = { name: 'А', unp: '199999999', iban: 'BY33', bankName: 'Б', bic: 'PRIMBY2X' };
const draft = {
  order: {
    month: '2021-05',
    number: '7',
    day: '2021-06-07',
    urgent: false,
    amount: 11_899_500,
    payer: party,
    beneficiary: { ...party, name: 'В' },
    purpose: 'как составлено',
    queue: '13',
    kindCode: '',
    purposeCode: '',
  },
  invoice: { month: '2021-05', number: '1', issuedAt: Date.parse('2021-06-03T17:00:00Z') },
  account: { number: '3', contract: { number: '7', signedOn: '2018-03-13' } },
  vatRate: 25,
} as unknown as OrderDraft;

it('a form that was not touched makes the order it was filled from', () => {
  const { purpose, ...order } = orderOf(fieldsOf(draft.order), draft);
  expect(order).toEqual({ ...order, ...draft.order, purpose: undefined });
  expect(purpose).toContain('НДС 25 % 237,99 руб.');
});

it('the purpose follows the sum until it is written by hand', () => {
  const fields = { ...fieldsOf(draft.order), amount: '100,00' };
  expect(orderOf(fields, draft).purpose).toContain('НДС 25 % 20,00 руб.');
  expect(orderOf({ ...fields, purpose: 'Своё', ownPurpose: true }, draft).purpose).toBe('Своё');
});

it('a sum that is none is no sum', () => {
  expect(orderOf({ ...fieldsOf(draft.order), amount: 'сто' }, draft).amount).toBe(0);
});
