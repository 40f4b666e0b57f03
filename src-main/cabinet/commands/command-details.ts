import type { Submission } from '../../../src-shared/bridge/commands';
import { formatSum } from '../../../src-shared/domain/money';
import { formatDay } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { monthWords } from '../../../src-shared/domain/words';
import type { ReadableCache } from '../../store/cache';
import { listItems, readItem } from '../../store/read/items';
import { readService } from '../../store/read/services';
import { readSubscriber } from '../../store/read/subscribers';
import { foldText } from '../../store/search-text';
import { commandWords, deliveryWords, topicWords } from './command-words';

/** A command without its secrets, as the outbox shows it. */
type ShownCommand = { kind: Submission['kind']; body: unknown; subscriberId: number | null };

/** Numbers that are named one by one; longer lists are counted. */
const NAMED_NUMBERS = 5;

/** What a command asks for, in a line: sums, days, numbers, titles. */
export function commandDetails(cache: ReadableCache, command: ShownCommand): string {
  const details = detailsOf(cache, command as Submission);
  return details.filter((part) => part !== '').join(', ');
}

/** Number and name of the subscriber a command is about; empty: the account. */
export function commandSubject(cache: ReadableCache, { subscriberId }: ShownCommand): string {
  const subscriber = subscriberId === null ? null : readSubscriber(cache, subscriberId);
  return subscriber ? `${formatPhone(subscriber.number)}, ${subscriber.name}` : '';
}

/** Folded words by which the journal finds a command: its kind, whom it is about, what it asks for, every number. */
export function commandSearchText(cache: ReadableCache, command: ShownCommand): string {
  const { kind, body, subscriberId } = command;
  const subscriber = subscriberId === null ? null : readSubscriber(cache, subscriberId);
  const { numbers, operatorIds } = body as { numbers?: string[] | null; operatorIds?: number[] };
  const words = [
    commandWords[kind],
    subscriber?.number,
    subscriber?.name,
    commandDetails(cache, command),
    ...(numbers ?? []),
    ...(operatorIds ?? []).map((id) => readSubscriber(cache, id)?.number),
  ];
  return foldText(words.filter(Boolean).join('\n'));
}

function detailsOf(cache: ReadableCache, { kind, body }: Submission): string[] {
  switch (kind) {
    case 'register-payment':
      return [`${formatSum(body.amount)} руб.`, `до ${formatDay(body.promisedOn)}`];
    case 'order-invoice-email':
      return [monthWords(body.month)];
    case 'order-invoice-file':
      return [monthWords(body.month), body.format.toUpperCase()];
    case 'change-delivery':
      return [deliveryWords[body.method], body.emails.join('; ')];
    case 'order-cdr-email':
      return [
        `${formatDay(body.fromDay)} – ${formatDay(body.toDay)}`,
        { out: 'исходящие', in: 'входящие', both: 'исходящие и входящие' }[body.direction],
        numbersWords(body.numbers),
      ];
    case 'order-charges-email':
      return [body.numbers ? numbersWords(body.numbers) : 'весь лицевой счет'];
    case 'open-appeal':
      return [topicWords[body.topic], body.text];
    case 'answer-appeal':
      return [`№ ${body.appealId}`, body.text];
    case 'change-call-centre':
      return [
        body.enabled ? 'включён' : 'выключен',
        numbersWords(body.operatorIds.map((id) => readSubscriber(cache, id)?.number ?? String(id))),
      ];
    case 'add-service':
    case 'change-channels':
      return [offerTitle(cache, body.code)];
    case 'remove-service':
      return [readService(cache, body.serviceId)?.title ?? ''];
    case 'suspend-subscriber':
      return [`${formatDay(body.fromDay)} – ${formatDay(body.toDay)}`];
    case 'resume-subscriber': {
      const pause = readItem(cache, 'suspensions', body.suspensionId);
      return [pause ? `приостановление с ${formatDay(pause.fromDay)}` : ''];
    }
    case 'change-plan':
      return [planTitle(cache, body.planId)];
    case 'cancel-plan-change': {
      const change = readItem(cache, 'plan-changes', body.planChangeId);
      return [change ? planTitle(cache, change.toPlanId) : ''];
    }
    case 'change-sip-password':
      return [];
  }
}

function numbersWords(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  const named = numbers.slice(0, NAMED_NUMBERS).map(formatPhone).join('; ');
  const more = numbers.length - NAMED_NUMBERS;
  return more > 0 ? `${named} и ещё ${more}` : named;
}

function offerTitle(cache: ReadableCache, code: string): string {
  const offer = listItems(cache, 'service-offers').find((one) => one.code === code);
  if (!offer) return code;
  return offer.channels === null ? offer.title : `${offer.title} ${offer.channels}`;
}

const planTitle = (cache: ReadableCache, id: number): string =>
  readItem(cache, 'tariff-plans', id)?.title ?? '';
