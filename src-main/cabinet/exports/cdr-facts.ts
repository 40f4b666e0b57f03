import type { CdrFilter, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { YearMonth } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { monthWords } from '../../../src-shared/domain/words';
import type { Fact } from '../../documents/model';
import type { ReadableCache } from '../../store/cache';
import { cdrSummarySince } from '../../store/read/cdr-summary';
import { requireSubscriber } from '../../store/read/subscribers';
import { filterWords, kindWords } from './cdr-words';
import { CURRENCY_NOTE, factsOf, readOwner, subscriberFact } from './facts';

/** What every document made of calls says besides its rows. */
type CdrFacts = {
  summary: CdrSummary;
  /** Number of the subscriber or of the account, for the file's name. */
  whose: string;
  subject: string;
  organisation: string;
  facts: Fact[];
  footnotes: string[];
};

/**
 * Whose calls, of when, narrowed how, and the totals of them.
 * @param first the month that they begin with, when it is not the filter's own
 * @throws CabinetError not-found, mask-invalid
 */
export function cdrFacts(
  cache: ReadableCache,
  filter: CdrFilter,
  about: readonly Fact[] = [],
  first: YearMonth = filter.month,
): CdrFacts {
  const owner = readOwner(cache);
  const summary = cdrSummarySince(cache, filter, first);
  const subscriber = filter.subscriberId === null ? null : requireSubscriber(cache, filter.subscriberId);
  return {
    summary,
    whose: subscriber ? subscriber.number : owner.number,
    subject: subscriber ? formatPhone(subscriber.number) : `Л/с ${owner.number}`,
    organisation: owner.organisation,
    facts: factsOf(
      owner,
      [
        subscriber
          ? subscriberFact(subscriber.number, subscriber.name)
          : { label: 'Абоненты', value: 'Все абоненты лицевого счета' },
        { label: 'Период', value: periodWords(first, filter.month) },
        { label: 'Вид детализации', value: kindWords[filter.direction] },
        { label: 'Фильтры', value: filterWords(filter) },
        ...about,
      ],
      summary.asOf,
    ),
    footnotes: [CURRENCY_NOTE, ...cdrNotes(summary)],
  };
}

/** «май 2021», «июнь 2020 — май 2021» */
export const periodWords = (first: YearMonth, last: YearMonth): string =>
  first === last ? monthWords(last) : `${monthWords(first)} — ${monthWords(last)}`;

/** How many of what there are, and what a reader must know about them. */
export function cdrNotes({ calls, messages, complete, lateRows }: CdrSummary): string[] {
  return [
    `Звонков: ${calls}, SMS: ${messages}.`,
    ...(complete ? [] : ['Месяц загружен не полностью: показаны уже полученные записи.']),
    ...(lateRows > 0
      ? [`Записей, появившихся после закрытия месяца: ${lateRows}; в счет за месяц они не вошли.`]
      : []),
  ];
}
