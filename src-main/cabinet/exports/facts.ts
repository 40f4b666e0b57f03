import { formatInstant, type Instant } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import type { Fact } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { readAccount } from '../../store/read/account';

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

export const CURRENCY_NOTE = 'Суммы в белорусских рублях (BYN).';
