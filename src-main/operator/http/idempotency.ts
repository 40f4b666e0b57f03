import type { Instant } from '../../../src-shared/domain/period';
import type { Ledger } from '../ledger/ledger';
import { Refusal } from '../problems';
import { digest } from '../sessions/passwords';
import type { Answer } from './answers';

/** Commands are done once per key: whoever repeats a key gets the first answer. */
export type Idempotency = {
  /**
   * @param subject whose keys these are.
   * @param request what is asked, in full; another request under the same key is refused.
   * @param prepare checks the command and returns what does it; that runs in one transaction with the key's record.
   */
  once(
    subject: string,
    key: string,
    request: string,
    now: Instant,
    prepare: () => Promise<() => Answer>,
  ): Promise<Answer>;
};

type Row = { request_hash: string; status: number; body: string | null };
/** Keys are remembered for so long: an outbox may be offline for weeks. */
const MEMORY_MS = 90 * 24 * 3_600_000;

export function createIdempotency({ db }: Ledger): Idempotency {
  const read = db.prepare<[string, string], Row>('select * from idempotency where subject = ? and key = ?');
  const write = db.prepare('insert into idempotency values (?, ?, ?, ?, ?, ?)');
  const dropOld = db.prepare('delete from idempotency where created_at < ?');
  /** Commands under way: the same key sent twice at once waits for the first. */
  const underWay = new Map<string, Promise<unknown>>();

  const repeat = (row: Row, requestHash: string): Answer => {
    if (row.request_hash !== requestHash) throw new Refusal('idempotency-mismatch');
    return { status: row.status, text: row.body, headers: { 'idempotent-replayed': 'true' } };
  };

  return {
    once: async (subject, key, request, now, prepare) => {
      const requestHash = digest(request);
      const place = `${subject} ${key}`;
      while (underWay.has(place)) await underWay.get(place)?.catch(() => undefined);
      const known = read.get(subject, key);
      if (known) return repeat(known, requestHash);
      const work = prepare().then((apply) =>
        db.transaction(() => {
          const answer = apply();
          dropOld.run(now - MEMORY_MS);
          write.run(subject, key, requestHash, answer.status, answer.text, now);
          return answer;
        })(),
      );
      underWay.set(place, work);
      try {
        return await work;
      } finally {
        underWay.delete(place);
      }
    },
  };
}
