import type { Delivery } from '../../../src-shared/domain/account';
import { type EmailListFault, parseEmailList } from '../../../src-shared/domain/email-list';
import { EMAIL_LIST_MAX, SEPARATOR } from '../../../src-shared/domain/number-list';
import type { Translate } from '../../i18n/translate';

/** What goes with PDF, which is always sent (guide §2.3.3). */
export const carriers = ['none', 'xlsx', 'xlsx-split'] as const;
export type Carrier = (typeof carriers)[number];

/** What was chosen on the way; null: not touched, stays as it is. */
export type DeliveryDraft = {
  method: Delivery['method'] | null;
  emails: string | null;
  carrier: Carrier | null;
};
export const untouched: DeliveryDraft = { method: null, emails: null, carrier: null };

export const carrierOf = ({ formats }: Pick<Delivery, 'formats'>): Carrier =>
  formats.includes('xlsx-split') ? 'xlsx-split' : formats.includes('xlsx') ? 'xlsx' : 'none';

export const emailsText = ({ emails }: Pick<Delivery, 'emails'>): string => emails.join(SEPARATOR);

/** The delivery that the draft makes of the current one; a fault when the addresses are not right. */
export function deliveryOf(draft: DeliveryDraft, current: Delivery): Delivery | EmailListFault {
  const method = draft.method ?? current.method;
  if (method === 'self') return { method, emails: [], formats: current.formats };
  const list = parseEmailList(draft.emails ?? emailsText(current));
  if (!list.ok) return list.fault;
  const carrier = draft.carrier ?? carrierOf(current);
  return { method, emails: list.emails, formats: carrier === 'none' ? ['pdf'] : ['pdf', carrier] };
}

export const sameDelivery = (a: Delivery, b: Delivery): boolean =>
  a.method === b.method &&
  emailsText(a) === emailsText(b) &&
  (a.method === 'self' || carrierOf(a) === carrierOf(b));

/** What is wrong with the field of addresses, every wrong address named. */
export function emailsFaultWords(fault: EmailListFault, t: Translate): string {
  switch (fault.code) {
    case 'empty':
      return t('signIn.required');
    case 'spaces':
      return t('delivery.emailsSpaces');
    case 'too-long':
      return t('delivery.emailsLong', { length: fault.length, limit: EMAIL_LIST_MAX });
    case 'malformed': {
      const wrong = fault.parts.filter((part) => part !== '');
      return wrong.length === 0
        ? t('delivery.emailsSeparator')
        : t('delivery.emailsMalformed', { parts: wrong.map((part) => `«${part}»`).join(', ') });
    }
    case 'repeated':
      return t('delivery.emailsRepeated', { parts: fault.emails.join(', ') });
  }
}
