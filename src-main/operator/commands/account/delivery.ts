import type { Delivery } from '../../../../src-shared/domain/account';
import { type EmailListFault, parseEmailList } from '../../../../src-shared/domain/email-list';
import { EMAIL_LIST_MAX, SEPARATOR } from '../../../../src-shared/domain/number-list';
import type { Instant } from '../../../../src-shared/domain/period';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { Ledger } from '../../ledger/ledger';
import { Refusal } from '../../problems';

/**
 * How and where invoices go (guide §2.3.3). Every choice is kept with its time: a regular invoice goes to the
 * address that held when the invoice was formed.
 */
export type DeliverySettings = {
  current(): Delivery;
  at(instant: Instant): Delivery;
  change(delivery: Delivery, now: Instant): void;
  /** After the clock was set back: what was chosen last stays chosen, from now on. */
  rewind(now: Instant): void;
};

export function createDeliverySettings({ db }: Ledger): DeliverySettings {
  const readLast = db
    .prepare<[], string>('select body from delivery_setting order by id desc limit 1')
    .pluck();
  const readAt = db
    .prepare<[number], string>('select body from delivery_setting where since <= ? order by id desc limit 1')
    .pluck();
  const add = db.prepare('insert into delivery_setting (since, body) values (?, ?)');
  const dropAfter = db.prepare('delete from delivery_setting where since > ?');

  const parse = (body: string | undefined): Delivery => {
    if (body === undefined) throw new Error('the ledger has no delivery');
    return JSON.parse(body) as Delivery;
  };
  const current = () => parse(readLast.get());

  return {
    current,
    at: (instant) => parse(readAt.get(instant)),
    change: (delivery, now) => {
      add.run(now, JSON.stringify(checkDelivery(delivery)));
    },
    rewind: (now) => {
      const last = current();
      if (dropAfter.run(now).changes > 0) add.run(now, JSON.stringify(last));
    },
  };
}

/** @throws Refusal «validation» with the field, or «rule-violated» when the addresses are too long */
export function checkDelivery(delivery: Delivery): Delivery {
  const { method, emails, formats } = delivery;
  if (!formats.includes('pdf')) {
    throw new Refusal('validation', { field: 'body.formats', detail: 'Счет в формате PDF приходит всегда' });
  }
  if (new Set(formats).size < formats.length) {
    throw new Refusal('validation', { field: 'body.formats', detail: 'Формат указан дважды' });
  }
  if (method === 'self') {
    if (emails.length === 0) return delivery;
    throw new Refusal('validation', {
      field: 'body.emails',
      detail: 'При способе «Получает сам» адреса не указываются',
    });
  }
  const parsed = parseEmailList(emails.join(SEPARATOR));
  if (parsed.ok) return delivery;
  throw refusalOf(parsed.fault);
}

function refusalOf(fault: EmailListFault): Refusal {
  const field = 'body.emails';
  switch (fault.code) {
    case 'too-long':
      return new Refusal('rule-violated', {
        rule: ruleNames.emailsTooLong,
        field,
        detail: `Адреса занимают ${fault.length} знаков, максимальная длина поля — ${EMAIL_LIST_MAX}`,
      });
    case 'empty':
      return new Refusal('validation', { field, detail: 'Укажите хотя бы один адрес' });
    case 'spaces':
      return new Refusal('validation', { field, detail: 'Адреса указываются без пробелов' });
    case 'malformed':
      return new Refusal('validation', { field, detail: `Не адрес: ${fault.parts.join(', ')}` });
    case 'repeated':
      return new Refusal('validation', { field, detail: `Адрес указан дважды: ${fault.emails.join(', ')}` });
  }
}

/** Where letters go: the delivery's addresses, or the contract's when the client fetches invoices itself. */
export const addressesOf = ({ method, emails }: Delivery, contractEmail: string): string[] =>
  method === 'email' ? emails : [contractEmail];
