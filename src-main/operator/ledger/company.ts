import type Database from 'better-sqlite3';
import type { PlanCode } from '../catalogue/plans';
import type { SubscriberFacts } from './subscriber-facts';

/** The company's subscribers in memory: at most some thousand, asked for all the time. */
export type Company = {
  /** In the order of ids; the first is «SIP-соединение». The objects stay the same for good. */
  readonly subscribers: readonly SubscriberFacts[];
  find(id: number): SubscriberFacts | undefined;
  /** Place in `subscribers`; it is also the place among the lines of the call generator. */
  indexOf(id: number): number;
  /** Reads a subscriber again after a change in the ledger. */
  reload(id: number): void;
};

type SubscriberRow = {
  id: number;
  number: string;
  name: string;
  plan_code: PlanCode;
  weight: number;
  connected_at: number;
  closed_on: string | null;
  changed_at: number;
};
type PauseRow = {
  id: number;
  subscriber_id: number;
  from_day: string;
  to_day: string | null;
  reason: string;
  by_client: number;
  gross: number;
  requested_at: number | null;
  ended_at: number | null;
};
type ServiceRow = {
  id: number;
  subscriber_id: number;
  code: string;
  connected_at: number;
  disconnected_at: number | null;
  once_gross: number;
};
type PlanChangeRow = {
  id: number;
  subscriber_id: number;
  to_code: PlanCode;
  requested_at: number;
  effective_on: string;
  cancelled_at: number | null;
};

/** Which subscribers to read: one by its id, or all. */
const WHICH = '(:id is null or subscriber_id = :id)';
type Which = { id: number | null };

export function openCompany(db: Database.Database): Company {
  const readSubscribers = db.prepare<[Which], SubscriberRow>(
    `select subscriber.*, changed_at from subscriber join sip_line on subscriber_id = id
     where ${WHICH} order by id`,
  );
  const readPauses = db.prepare<[Which], PauseRow>(`select * from suspension where ${WHICH} order by id`);
  const readServices = db.prepare<[Which], ServiceRow>(`select * from service where ${WHICH} order by id`);
  const readPlanChanges = db.prepare<[Which], PlanChangeRow>(
    `select * from plan_change where ${WHICH} order by id`,
  );

  const read = (id: number | null): SubscriberFacts[] => {
    const facts = readSubscribers.all({ id }).map(
      (row): SubscriberFacts => ({
        id: row.id,
        number: row.number,
        name: row.name,
        planCode: row.plan_code,
        weight: row.weight,
        connectedAt: row.connected_at,
        closedOn: row.closed_on,
        pauses: [],
        services: [],
        planChanges: [],
        sipPasswordChangedAt: row.changed_at,
      }),
    );
    const byId = new Map(facts.map((subscriber) => [subscriber.id, subscriber]));
    for (const row of readPauses.all({ id })) {
      byId.get(row.subscriber_id)?.pauses.push({
        id: row.id,
        from: row.from_day,
        to: row.to_day,
        reason: row.reason,
        byClient: row.by_client === 1,
        gross: row.gross,
        requestedAt: row.requested_at,
        endedAt: row.ended_at,
      });
    }
    for (const row of readServices.all({ id })) {
      byId.get(row.subscriber_id)?.services.push({
        id: row.id,
        code: row.code,
        connectedAt: row.connected_at,
        disconnectedAt: row.disconnected_at,
        onceGross: row.once_gross,
      });
    }
    for (const row of readPlanChanges.all({ id })) {
      byId.get(row.subscriber_id)?.planChanges.push({
        id: row.id,
        toCode: row.to_code,
        requestedAt: row.requested_at,
        effectiveOn: row.effective_on,
        cancelledAt: row.cancelled_at,
      });
    }
    return facts;
  };

  const subscribers = read(null);
  const indexes = new Map(subscribers.map(({ id }, index) => [id, index]));
  const find = (id: number) => subscribers[indexes.get(id) ?? -1];
  return {
    subscribers,
    find,
    indexOf: (id) => indexes.get(id) ?? -1,
    reload: (id) => {
      const known = find(id);
      const [fresh] = read(id);
      if (known && fresh) Object.assign(known, fresh);
    },
  };
}
