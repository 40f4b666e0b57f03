import {
  type CdrDirection,
  type CdrService,
  type CdrStatus,
  type CdrZone,
  cdrDirections,
  cdrServices,
  cdrStatuses,
  cdrZones,
} from '../../../src-shared/domain/cdr';

/** Service, zone, status and direction of a record packed into a byte: 5 · 6 · 4 · 2 = 240 codes. */
export type CallCode = number;

const STATUSES = cdrStatuses.length;
const DIRECTIONS = cdrDirections.length;
const ZONES = cdrZones.length;

export const CODE_COUNT = cdrServices.length * ZONES * STATUSES * DIRECTIONS;
/** Service and zone together: the usage lines of an outgoing direction. */
export const USAGE_KEY_COUNT = cdrServices.length * ZONES;

export type CallTraits = {
  direction: CdrDirection;
  service: CdrService;
  zone: CdrZone;
  status: CdrStatus;
};

export function codeOf({ direction, service, zone, status }: CallTraits): CallCode {
  const usageKey = usageKeyOf(service, zone);
  return (usageKey * STATUSES + cdrStatuses.indexOf(status)) * DIRECTIONS + cdrDirections.indexOf(direction);
}

export const usageKeyOf = (service: CdrService, zone: CdrZone): number =>
  cdrServices.indexOf(service) * ZONES + cdrZones.indexOf(zone);

export const usageKeyOfCode = (code: CallCode): number => Math.floor(code / (STATUSES * DIRECTIONS));

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

export const usageTraits = (key: number): Pick<CallTraits, 'service' | 'zone'> => ({
  service: at(cdrServices, Math.floor(key / ZONES)),
  zone: at(cdrZones, key % ZONES),
});

export function traitsOf(code: CallCode): CallTraits {
  return {
    ...usageTraits(usageKeyOfCode(code)),
    status: at(cdrStatuses, Math.floor(code / DIRECTIONS) % STATUSES),
    direction: at(cdrDirections, code % DIRECTIONS),
  };
}

/** 1 for every code that is outgoing and answered: only those are charged. */
export const CHARGED: Uint8Array = Uint8Array.from({ length: CODE_COUNT }, (_, code) => {
  const traits = traitsOf(code);
  return traits.direction === 'out' && traits.status === 'answered' ? 1 : 0;
});
