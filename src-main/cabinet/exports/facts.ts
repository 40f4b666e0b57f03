import type { Subscriber } from '../../../src-shared/domain/account';
import { formatInstant, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Fact } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { readAccount } from '../../store/read/account';
import { requireSubscriber } from '../../store/read/subscribers';

/** Whose documents are made: at the top of each of them. */
export type Owner = { organisation: string; unp: string; number: string };

export function readOwner(cache: ReadableCache): Owner {
  const account = readAccount(cache);
  return {
    organisation: account?.organisation ?? '',
    unp: account?.unp ?? '',
    number: account?.number ?? '',
  };
}

export const DATA_AS_OF = 'Данные на';

/** Organisation, account and what the document is about, then as of when its data is. */
export function factsOf(owner: Owner, about: readonly Fact[], dataAsOf: Instant | null): Fact[] {
  return [
    { label: 'Организация', value: owner.organisation },
    { label: 'УНП', value: owner.unp },
    { label: 'Лицевой счет', value: owner.number },
    ...about,
    { label: DATA_AS_OF, value: dataAsOf === null ? '—' : formatInstant(dataAsOf) },
  ].filter(({ value }) => value !== '');
}

export const subscriberFact = (number: string, name: string): Fact => ({
  label: 'Абонент',
  value: `${formatPhone(number)}, ${name}`,
});

/** A subscriber, and what a document of his says of him. @throws CabinetError not-found */
export function aboutSubscriber(cache: ReadableCache, id: number): { subscriber: Subscriber; about: Fact[] } {
  const subscriber = requireSubscriber(cache, id);
  const { number, name, planTitle } = subscriber;
  return { subscriber, about: [subscriberFact(number, name), { label: 'Тарифный план', value: planTitle }] };
}

export const CURRENCY_NOTE = 'Суммы в белорусских рублях (BYN).';
