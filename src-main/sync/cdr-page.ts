import { cdrDirections, cdrSchema, cdrServices, cdrStatuses, cdrZones } from '../../src-shared/domain/cdr';
import type { FeedPage } from '../../src-shared/operator-api/feeds';
import { type PackedCdrs, packCdrs } from '../store/write/packed-cdrs';
import { parseAnswerBytes } from './clean-answer';

const MOST_ROWS = 5000;
const PAGE_KEYS = 5;
/** `recordedAt` is left out of most records. */
const LEAST_KEYS = Object.keys(cdrSchema.shape).length - 1;

const directions = new Set<unknown>(cdrDirections);
const services = new Set<unknown>(cdrServices);
const zones = new Set<unknown>(cdrZones);
const statuses = new Set<unknown>(cdrStatuses);

/** A page of call records, packed for storing. */
export type PackedCdrPage = Omit<FeedPage<'cdrs'>, 'items'> & { items: PackedCdrs };

export const packCdrPage = (page: FeedPage<'cdrs'>): PackedCdrPage => ({
  ...page,
  items: packCdrs(page.items),
});

/** Reads an answer's bytes. @returns null: it is no page of call records; the schema tells what is wrong with it */
export function readCdrPage(bytes: Buffer): PackedCdrPage | null {
  let json: unknown;
  try {
    json = parseAnswerBytes(bytes);
  } catch {
    return null;
  }
  return isCdrPage(json) ? packCdrPage(json) : null;
}

/**
 * True for what the schema of a page of call records accepts: the same rules by hand, because the schema takes as
 * long for a million records as half of their storing. A test holds the two together. What is wrong with a page
 * is told by the schema.
 */
export function isCdrPage(json: unknown): json is FeedPage<'cdrs'> {
  if (!isRecord(json) || Object.keys(json).length !== PAGE_KEYS) return false;
  const { items, cursor, more, remaining, serverTime } = json;
  if (!isText(cursor, 200) || typeof more !== 'boolean') return false;
  if (!isWhole(remaining, 0) || !isWhole(serverTime, 1)) return false;
  return Array.isArray(items) && items.length <= MOST_ROWS && items.every(isCdr);
}

function isCdr(cdr: unknown): boolean {
  if (!isRecord(cdr)) return false;
  const { recordedAt } = cdr;
  if (Object.keys(cdr).length !== (recordedAt === undefined ? LEAST_KEYS : LEAST_KEYS + 1)) return false;
  return (
    isWhole(cdr.id, 1) &&
    isWhole(cdr.revision, 1) &&
    isWhole(cdr.subscriberId, 1) &&
    isWhole(cdr.startedAt, 1) &&
    directions.has(cdr.direction) &&
    services.has(cdr.service) &&
    zones.has(cdr.zone) &&
    statuses.has(cdr.status) &&
    isText(cdr.party, 40) &&
    isWhole(cdr.durationS, 0) &&
    isWhole(cdr.billedUnits, 0) &&
    isWhole(cdr.packageS, 0) &&
    isWhole(cdr.vatRate, 0) &&
    cdr.vatRate <= 100 &&
    Number.isSafeInteger(cdr.net) &&
    Number.isSafeInteger(cdr.gross) &&
    (recordedAt === undefined || isWhole(recordedAt, 1))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least;

/** From 1 to `most` characters; the schema counts code points, of which a text has at most as many as it has units. */
const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value !== '' && (value.length <= most || [...value].length <= most);
