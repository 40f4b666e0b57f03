import { DAY_MS, dayOf, formatDay, type Instant } from '../../../../src-shared/domain/period';
import { type Appeal, type Evidence, evidenceSchema } from '../../../../src-shared/domain/requests';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { Publisher } from '../../feeds/publisher';
import type { Ledger } from '../../ledger/ledger';
import { Refusal } from '../../problems';
import { afterWorkingTime } from '../../working-time';
import { answerText, specialistOf } from './appeal-answers';

/** «Обратная связь»: requests to the operator's specialists and their answers (guide §2.5). */
export type Appeals = {
  /** @returns its id */
  open(request: Pick<Appeal, 'subscriberId' | 'topic' | 'evidence'> & { text: string }, now: Instant): number;
  /** Adds the client's message. @throws Refusal «not-found», «rule-violated» */
  answer(id: number, text: string, now: Instant): void;
  /** Writes the answers whose time has come, and publishes what has changed since an instant. */
  refresh(since: Instant, now: Instant): void;
  nextAfter(now: Instant): Instant | null;
  /** After the clock was set back: answers are waited for as long as was left. */
  rewind(now: Instant): void;
};

/** Working time until a specialist takes a request up, and until the answer. */
const TAKEN_MS = 30 * 60_000;
const ANSWER_MS = 4 * 3_600_000;
const FOLLOW_UP_MS = 2 * 3_600_000;
/** A request is closed so long after the last answer. */
const CLOSED_AFTER_MS = 14 * DAY_MS;

type Row = {
  id: number;
  opened_at: Instant;
  subscriber_id: number | null;
  topic: Appeal['topic'];
  evidence: string;
  taken_at: Instant;
  answer_at: Instant | null;
  last_at: Instant;
};
type MessageRow = { id: number; at: Instant; sender: 'client' | 'operator'; author: string; text: string };

export function createAppeals(options: {
  ledger: Ledger;
  publisher: Publisher;
  seed: number;
  /** How the client signs. */
  clientName: string;
}): Appeals {
  const { ledger, publisher, seed, clientName } = options;
  const { db } = ledger;
  const add = db.prepare(
    `insert into appeal (opened_at, subscriber_id, topic, evidence, taken_at, answer_at, last_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addMessage = db.prepare(
    'insert into appeal_message (appeal_id, at, sender, author, text) values (?, ?, ?, ?, ?)',
  );
  const read = db.prepare<[number], Row>('select * from appeal where id = ?');
  const readRecent = db.prepare<[number], Row>('select * from appeal where last_at >= ? order by id');
  const readDue = db.prepare<[number], Row>(
    'select * from appeal where answer_at is not null and answer_at <= ? order by answer_at',
  );
  const readMessages = db.prepare<[number], MessageRow>(
    'select id, at, sender, author, text from appeal_message where appeal_id = ? order by id',
  );
  const setWaiting = db.prepare('update appeal set taken_at = ?, answer_at = ?, last_at = ? where id = ?');
  const setLast = db.prepare('update appeal set last_at = ? where id = ?');
  const setAnswered = db.prepare('update appeal set answer_at = null, last_at = ? where id = ?');
  const readAhead = db.prepare<[number], Row>(
    'select * from appeal where answer_at is not null and last_at > ?',
  );

  const publish = (row: Row, now: Instant) => {
    publisher.publish('appeals', row.id, itemOf(row, readMessages.all(row.id), now));
  };
  const publishById = (id: number, now: Instant) => {
    const row = read.get(id);
    if (row) publish(row, now);
  };

  const writeAnswer = (row: Row, at: Instant) => {
    const messages = readMessages.all(row.id);
    const round = messages.filter(({ sender }) => sender === 'operator').length;
    const text = answerText({
      topic: row.topic,
      evidence: JSON.parse(row.evidence) as Evidence[],
      openedAt: row.opened_at,
      round,
    });
    addMessage.run(row.id, at, 'operator', specialistOf(seed, row.id), text);
    setAnswered.run(at, row.id);
  };

  /** The request as it stands now: an answer that has become due is written before anything follows it. */
  const readNow = (id: number, now: Instant): Row | undefined => {
    const row = read.get(id);
    if (row && row.answer_at !== null && row.answer_at <= now) writeAnswer(row, row.answer_at);
    return read.get(id);
  };

  return {
    open: ({ subscriberId, topic, evidence, text }, now) => {
      const facts = JSON.stringify(evidence.map((item) => evidenceSchema.parse(item)));
      const taken = afterWorkingTime(now, TAKEN_MS);
      const answered = afterWorkingTime(now, ANSWER_MS);
      const id = Number(add.run(now, subscriberId, topic, facts, taken, answered, now).lastInsertRowid);
      addMessage.run(id, now, 'client', clientName, text);
      publishById(id, now);
      return id;
    },

    answer: (id, text, now) => {
      const row = readNow(id, now);
      if (!row) throw new Refusal('not-found', { field: 'body.appealId', detail: 'Такого обращения нет' });
      if (statusOf(row, now) === 'closed') {
        throw new Refusal('rule-violated', {
          rule: ruleNames.appealClosed,
          detail:
            `Обращение закрыто ${formatDay(dayOf(row.last_at + CLOSED_AFTER_MS))}: ` +
            'прошло 14 дней после ответа. Оставьте новое обращение',
        });
      }
      addMessage.run(id, now, 'client', clientName, text);
      // Who already waits for an answer gets one to everything written until then.
      if (row.answer_at !== null) setLast.run(now, id);
      else {
        setWaiting.run(afterWorkingTime(now, TAKEN_MS), afterWorkingTime(now, FOLLOW_UP_MS), now, id);
      }
      publishById(id, now);
    },

    refresh: (since, now) => {
      for (const row of readDue.all(now)) if (row.answer_at !== null) writeAnswer(row, row.answer_at);
      // Those with no word in the two weeks before were closed already.
      for (const row of readRecent.all(Math.min(since, now) - CLOSED_AFTER_MS)) publish(row, now);
    },

    nextAfter: (now) => {
      const coming = readRecent
        .all(now - CLOSED_AFTER_MS)
        .flatMap((row) =>
          row.answer_at === null ? [row.last_at + CLOSED_AFTER_MS] : [row.taken_at, row.answer_at],
        )
        .filter((at) => at > now);
      return coming.length > 0 ? Math.min(...coming) : null;
    },

    rewind: (now) => {
      for (const row of readAhead.all(now)) {
        const back = row.last_at - now;
        setWaiting.run(row.taken_at - back, (row.answer_at ?? row.taken_at) - back, now, row.id);
      }
    },
  };
}

function statusOf(row: Row, now: Instant): Appeal['status'] {
  if (row.answer_at !== null) return now >= row.taken_at ? 'in-work' : 'new';
  return now >= row.last_at + CLOSED_AFTER_MS ? 'closed' : 'answered';
}

const itemOf = (row: Row, messages: readonly MessageRow[], now: Instant): Appeal => ({
  id: row.id,
  openedAt: row.opened_at,
  subscriberId: row.subscriber_id,
  topic: row.topic,
  status: statusOf(row, now),
  evidence: JSON.parse(row.evidence) as Evidence[],
  messages: messages.map(({ id, at, sender, author, text }) => ({ id, at, from: sender, author, text })),
});
