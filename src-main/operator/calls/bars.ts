import type { Instant } from '../../../src-shared/domain/period';
import { type CallCode, type CallTraits, CODE_COUNT, codeOf, traitsOf } from './codes';

/** A stretch of time in which a line does without a service that it had; open: until further notice. */
export type Bar = { from: Instant; until: Instant | null; service: string };

/** Services without which a kind of traffic does not come about. */
const GATES: Readonly<Record<string, (traits: CallTraits) => boolean>> = {
  international: ({ direction, zone }) => direction === 'out' && (zone === 'cis' || zone === 'international'),
  conference: ({ service }) => service === 'conference',
  'voicemail-plus': ({ service }) => service === 'voicemail',
};

export const isGate = (service: string): boolean => Object.hasOwn(GATES, service);

/** What becomes of a record: outgoing ones fail, and who wanted to leave a message was just not answered. */
function stopped(traits: CallTraits): CallCode {
  if (traits.direction === 'out') return codeOf({ ...traits, status: 'failed' });
  return codeOf({ ...traits, service: 'voice', status: 'missed' });
}

/** Codes of records that come about instead, by service and code. */
const instead: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries(GATES).map(([service, covers]) => [
    service,
    Uint8Array.from({ length: CODE_COUNT }, (_, code) => {
      const traits = traitsOf(code);
      return covers(traits) ? stopped(traits) : code;
    }),
  ]),
);

/** The record that comes about without a service. */
export const codeWithout = (service: string, code: CallCode): CallCode =>
  instead.get(service)?.[code] ?? code;

/** True when a line does without what this record needs. */
export const isBarred = (bars: readonly Bar[], code: CallCode, at: Instant): boolean =>
  bars.some(
    ({ from, until, service }) =>
      at >= from && (until === null || at < until) && codeWithout(service, code) !== code,
  );
