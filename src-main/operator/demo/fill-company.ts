import {
  addDays,
  addMonths,
  addMonthsToDay,
  type CalendarDay,
  DAY_MS,
  dayOf,
  type Instant,
  startOfDay,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { mixSeed, Random } from '../calls/random';
import { PAUSE_BY_CLIENT } from '../config';
import type { Ledger } from '../ledger/ledger';
import type { Pace } from '../slices';
import { numberOf, OPENED_ON } from './company';
import { GUIDE_SUSPENSION } from './guide-days';
import { subscriberNames } from './names';
import { firstSipPassword } from './sip-passwords';
import { type DemoSize, sizeFacts } from './sizes';

/** «13.03.2018 11:20:33», as the guide writes it, as an instant. */
function guideTime(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  const [day, month, year] = date.split('.');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return startOfDay(`${year}-${month}-${day}`) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** Services of «SIP-соединение»: the guide's list (§3.2), and what its page of charges adds (§3.5). */
const CONNECTION_SERVICES: readonly (readonly [code: string, connectedAt: string])[] = [
  ['voicemail-plus', '13.03.2018 11:20:33'],
  ['call-details', '13.03.2018 11:20:33'],
  ['conference', '13.03.2018 11:20:33'],
  ['cabinet', '13.03.2018 11:20:33'],
  ['cabinet-details', '13.03.2018 11:20:33'],
  ['international', '02.04.2020 12:55:43'],
  ['short-number', '27.02.2020 17:20:22'],
  ['minutes-1000', '13.03.2018 11:20:33'],
  ['minutes-3000', '25.01.2021 10:15:42'],
];
const CONNECTION_FROM = guideTime('13.03.2018 11:20:33');

/** Services of «SIP-номер», as the guide lists them. */
const NUMBER_SERVICES: readonly (readonly [code: string, connectedAt: string])[] = [
  ['voicemail-plus', '13.03.2018 12:07:40'],
  ['conference', '13.03.2018 12:07:40'],
  ['international', '04.08.2020 07:19:16'],
];
const NUMBER_FROM = guideTime('13.03.2018 12:07:40');

type Life = {
  connectedAt: Instant;
  closedOn: CalendarDay | null;
  suspensions: { from: CalendarDay; to: CalendarDay | null; reason: string }[];
};

const UNCHANGED: Life = { connectedAt: NUMBER_FROM, closedOn: null, suspensions: [] };
const PLACES_IN_BATCH = 100;

/**
 * Writes the demo company into an empty ledger. The three subscribers of the small one are the guide's;
 * in bigger ones numbers come, pause and go during the history that begins with `epoch`.
 */
export async function fillCompany(
  ledger: Ledger,
  options: { seed: number; size: DemoSize; epoch: YearMonth },
  pace: Pace,
): Promise<void> {
  const { seed, size, epoch } = options;
  const facts = sizeFacts[size];
  const random = new Random(mixSeed(seed, facts.subscribers, 0xc0));
  const names = subscriberNames(random, facts.subscribers - 1);
  const { db } = ledger;
  const addSubscriber = db.prepare('insert into subscriber values (?, ?, ?, ?, ?, ?, ?)');
  const addSuspension = db.prepare(
    'insert into suspension (subscriber_id, from_day, to_day, reason, by_client) values (?, ?, ?, ?, ?)',
  );
  const addService = db.prepare('insert into service (subscriber_id, code, connected_at) values (?, ?, ?)');
  const addSipLine = db.prepare('insert into sip_line values (?, ?, ?)');

  const addConnection = () => {
    const weight = facts.connectionWeight * 10;
    addSubscriber.run(1, numberOf(0), 'Главный номер', 'sip-connection', weight, CONNECTION_FROM, null);
    addSipLine.run(1, firstSipPassword(seed, 1), CONNECTION_FROM);
    addSuspension.run(1, GUIDE_SUSPENSION.from, GUIDE_SUSPENSION.to, GUIDE_SUSPENSION.reason, 1);
    for (const [code, connectedAt] of CONNECTION_SERVICES) addService.run(1, code, guideTime(connectedAt));
    addService.run(1, facts.channels, CONNECTION_FROM);
  };
  const addNumber = (index: number) => {
    const id = index + 1;
    const life = size === 'small' ? UNCHANGED : makeLife(random, epoch);
    const weight = 3 + Math.floor((random.below(1000) / 1000) ** 3 * 30);
    addSubscriber.run(
      id,
      numberOf(index),
      names[index - 1],
      'sip-number',
      weight,
      life.connectedAt,
      life.closedOn,
    );
    addSipLine.run(id, firstSipPassword(seed, id), life.connectedAt);
    for (const { from, to, reason } of life.suspensions) {
      addSuspension.run(id, from, to, reason, Number(reason === PAUSE_BY_CLIENT));
    }
    for (const [code, connectedAt] of NUMBER_SERVICES) {
      addService.run(id, code, Math.max(guideTime(connectedAt), life.connectedAt));
    }
  };

  for (let first = 0; first < facts.subscribers; first += PLACES_IN_BATCH) {
    db.transaction(() => {
      for (let index = first; index < Math.min(facts.subscribers, first + PLACES_IN_BATCH); index++) {
        if (index === 0) addConnection();
        else addNumber(index);
      }
    })();
    if (pace.due()) await pace.rest();
  }
}

const OFFICE_HOURS_MS = 8 * 3_600_000;
const REASONS = [PAUSE_BY_CLIENT, PAUSE_BY_CLIENT, 'Задолженность'];

function makeLife(random: Random, epoch: YearMonth): Life {
  const kind = random.below(100);
  const dayAfter = (months: number) => addDays(`${addMonths(epoch, months)}-01`, random.below(28));
  const officeTime = (day: CalendarDay) =>
    startOfDay(day) + 9 * 3_600_000 + random.below(OFFICE_HOURS_MS / 1000) * 1000;
  // New numbers of the last year, older ones, and those that were there from the beginning.
  if (kind < 6) return { ...UNCHANGED, connectedAt: officeTime(dayAfter(2 + random.below(9))) };
  const years = Math.max(1, (startOfMonth(epoch) - startOfDay(OPENED_ON)) / DAY_MS);
  const life: Life = {
    ...UNCHANGED,
    connectedAt:
      kind < 40 ? officeTime(dayOf(NUMBER_FROM + (1 + random.below(years)) * DAY_MS)) : NUMBER_FROM,
    suspensions: [],
  };
  const turn = random.below(100);
  const reason = random.pick(REASONS);
  if (turn < 4) {
    const from = dayAfter(5 + random.below(7));
    life.suspensions.push({ from, to: addDays(from, 4 + random.below(40)), reason });
  } else if (turn < 6) life.suspensions.push({ from: dayAfter(9 + random.below(4)), to: null, reason });
  else if (turn < 8) life.closedOn = addMonthsToDay(dayAfter(4), random.below(8));
  return life;
}
