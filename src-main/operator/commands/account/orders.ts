import type { CalendarDay, Instant, YearMonth } from '../../../../src-shared/domain/period';
import type { Order } from '../../../../src-shared/domain/requests';
import type { Publisher } from '../../feeds/publisher';
import type { FileStore, StoredFile } from '../../ledger/file-store';
import type { Ledger } from '../../ledger/ledger';
import { Refusal } from '../../problems';

/** Ordered documents and how far they are (guide §2.3). */
export type Orders = {
  /** Takes an order in. @returns its id */
  add(order: NewOrder, now: Instant): number;
  /** The order that is due first, when one is due by now. */
  due(now: Instant): OrderRow | undefined;
  /** When the next of the orders that are not due yet will be. */
  nextAfter(now: Instant): Instant | null;
  finish(id: number, result: { emails: readonly string[]; fileId: number | null }): void;
  fail(id: number, reason: string): void;
  /** The file of a finished order. @throws Refusal «not-found» */
  file(id: number): StoredFile;
  /** After the clock was set back: what is waited for is waited for as long as was left. */
  rewind(now: Instant): void;
};

type NewOrder = Pick<Order, 'kind'> &
  Partial<Pick<Order, 'month' | 'fromDay' | 'toDay' | 'direction' | 'numbers' | 'format' | 'emails'>>;

export type OrderRow = {
  id: number;
  kind: Order['kind'];
  ordered_at: Instant;
  ready_at: Instant;
  month: YearMonth | null;
  from_day: CalendarDay | null;
  to_day: CalendarDay | null;
  direction: Order['direction'];
  numbers: string | null;
  format: Order['format'];
  emails: string;
  status: Order['status'];
  file_id: number | null;
  reason: string;
};

/** How long the operator takes. «По истечении суток детализация будет отправлена» (guide §2.3.4). */
const WAIT_MS: Readonly<Record<Order['kind'], number>> = {
  'invoice-email': 60_000,
  'invoice-file': 20_000,
  'cdr-email': 24 * 3_600_000,
  'charges-email': 60_000,
};

export function createOrders(options: { ledger: Ledger; publisher: Publisher; files: FileStore }): Orders {
  const { ledger, publisher, files } = options;
  const { db } = ledger;
  const insert = db.prepare(
    `insert into document_order (kind, ordered_at, ready_at, month, from_day, to_day, direction, numbers, format,
       emails, status, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'forming', '')`,
  );
  const read = db.prepare<[number], OrderRow>('select * from document_order where id = ?');
  const readDue = db.prepare<[number], OrderRow>(
    `select * from document_order where status = 'forming' and ready_at <= ? order by ready_at, id limit 1`,
  );
  const readNext = db
    .prepare<[number], number | null>(
      `select min(ready_at) from document_order where status = 'forming' and ready_at > ?`,
    )
    .pluck();
  const setDone = db.prepare(
    `update document_order set status = 'done', emails = ?, file_id = ? where id = ?`,
  );
  const setFailed = db.prepare(`update document_order set status = 'failed', reason = ? where id = ?`);
  const readAhead = db
    .prepare<[number], number>(`select id from document_order where status = 'forming' and ordered_at > ?`)
    .pluck();
  const moveBack = db.prepare(
    'update document_order set ready_at = ? + ready_at - ordered_at, ordered_at = ? where id = ?',
  );

  const publish = (id: number) => {
    const row = read.get(id);
    if (row)
      publisher.publish('orders', id, itemOf(row, row.file_id === null ? null : files.nameOf(row.file_id)));
  };

  return {
    add: (order, now) => {
      const { kind, month = null, fromDay = null, toDay = null, direction = null } = order;
      const { numbers = null, format = null, emails = [] } = order;
      const id = Number(
        insert.run(
          kind,
          now,
          now + WAIT_MS[kind],
          month,
          fromDay,
          toDay,
          direction,
          numbers === null ? null : JSON.stringify(numbers),
          format,
          JSON.stringify(emails),
        ).lastInsertRowid,
      );
      publish(id);
      return id;
    },
    due: (now) => readDue.get(now),
    nextAfter: (now) => readNext.get(now) ?? null,
    finish: (id, { emails, fileId }) => {
      setDone.run(JSON.stringify(emails), fileId, id);
      publish(id);
    },
    fail: (id, reason) => {
      setFailed.run(reason, id);
      publish(id);
    },
    file: (id) => {
      const row = read.get(id);
      if (row?.status === 'forming' && row.kind === 'invoice-file') {
        throw new Refusal('not-found', { detail: 'Счет еще формируется', retryAt: row.ready_at });
      }
      const file = row?.file_id == null ? null : files.read(row.file_id);
      if (!file) throw new Refusal('not-found', { detail: 'Такого файла нет' });
      return file;
    },
    rewind: (now) => {
      for (const id of readAhead.all(now)) {
        moveBack.run(now, now, id);
        publish(id);
      }
    },
  };
}

const itemOf = (row: OrderRow, fileName: string | null): Order => ({
  id: row.id,
  kind: row.kind,
  orderedAt: row.ordered_at,
  month: row.month,
  fromDay: row.from_day,
  toDay: row.to_day,
  direction: row.direction,
  numbers: row.numbers === null ? null : (JSON.parse(row.numbers) as string[]),
  format: row.format,
  emails: JSON.parse(row.emails) as string[],
  status: row.status,
  readyAt: row.ready_at,
  fileName,
  reason: row.reason,
});
