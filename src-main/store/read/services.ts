import type { ConnectedService } from '../../../src-shared/domain/account';
import { type ReadableCache, row, rows } from '../cache';

type ServiceRow = Omit<ConnectedService, 'locked'> & { locked: number };

const COLUMNS = `id, subscriber_id AS subscriberId, code, title, connected_at AS connectedAt,
  disconnected_at AS disconnectedAt, status, status_reason AS statusReason, valid_until AS validUntil,
  monthly_gross AS monthlyGross, locked`;

const toService = (found: ServiceRow): ConnectedService => ({ ...found, locked: found.locked === 1 });

/** Services of a subscriber, disconnected ones included, in order of connection. */
export function listServices(cache: ReadableCache, subscriberId: number): ConnectedService[] {
  const found = rows<ServiceRow>(
    cache,
    `SELECT ${COLUMNS} FROM services WHERE subscriber_id = ? ORDER BY connected_at, id`,
    subscriberId,
  );
  return found.map(toService);
}

export function readService(cache: ReadableCache, id: number): ConnectedService | null {
  const found = row<ServiceRow>(cache, `SELECT ${COLUMNS} FROM services WHERE id = ?`, id);
  return found ? toService(found) : null;
}

/** Services of the whole account under any of these codes, disconnected ones included, in order of connection. */
export function servicesByCode(cache: ReadableCache, codes: readonly string[]): ConnectedService[] {
  const found = rows<ServiceRow>(
    cache,
    `SELECT ${COLUMNS} FROM services WHERE code IN (${codes.map(() => '?').join(', ')}) ORDER BY connected_at, id`,
    ...codes,
  );
  return found.map(toService);
}
