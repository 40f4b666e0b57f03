import { dayOf, type Instant, monthOf } from '../../../src-shared/domain/period';
import { dayNumberOf } from '../calls/days';
import type { Ledger } from './ledger';

/**
 * Takes back what subscribers' commands did at a time that has not come yet: the clock was set back. Calls of the
 * days to come are made anew as well, so whoever has them must load everything again.
 * SIP passwords stay, because nobody could know the ones before.
 * @returns true when there was anything to take back.
 */
export function undoLater({ db }: Ledger, now: Instant): boolean {
  const run = (sql: string, ...params: (number | string)[]): number => db.prepare(sql).run(...params).changes;
  return db.transaction(() => {
    const undone =
      run('delete from service where requested = 1 and connected_at > ?', now) +
      run('update service set disconnected_at = null where disconnected_at > ?', now) +
      run('delete from suspension where requested_at > ?', now) +
      run('update suspension set ended_at = null where ended_at > ?', now) +
      run('delete from plan_change where requested_at > ?', now) +
      run('update plan_change set cancelled_at = null where cancelled_at > ?', now);
    run('update sip_line set changed_at = ? where changed_at > ?', now, now);
    if (undone === 0) return false;
    for (const [feed, table] of TABLES) {
      run(`delete from feed_item where feed = ? and key not in (select id from ${table})`, feed);
    }
    run('delete from call_day where day >= ?', dayNumberOf(dayOf(now)));
    run('update booked_month set dirty = 1 where month >= ?', monthOf(now));
    return true;
  })();
}

const TABLES = [
  ['services', 'service'],
  ['suspensions', 'suspension'],
  ['plan-changes', 'plan_change'],
] as const;
