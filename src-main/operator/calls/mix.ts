import type { CdrDirection, CdrService, CdrStatus, CdrZone } from '../../../src-shared/domain/cdr';
import { type CallCode, codeOf } from './codes';

/**
 * What sorts of records a company has and how often, as tables with 4096 places:
 * twelve random bits choose a record's kind, another twelve its duration.
 */
export const MIX_BITS = 12;
const PLACES = 1 << MIX_BITS;

type Weights<Key extends string> = Partial<Record<Key, number>>;
type Part = {
  direction: CdrDirection;
  service: CdrService;
  weight: number;
  zones: Weights<CdrZone>;
  statuses: Weights<CdrStatus>;
};

const PARTS: readonly Part[] = [
  {
    direction: 'out',
    service: 'voice',
    weight: 0.45,
    zones: { onnet: 0.3, mobile: 0.36, fixed: 0.22, cis: 0.06, international: 0.035, special: 0.025 },
    statuses: { answered: 0.8, missed: 0.11, busy: 0.06, failed: 0.03 },
  },
  {
    direction: 'in',
    service: 'voice',
    weight: 0.425,
    zones: { onnet: 0.34, mobile: 0.39, fixed: 0.21, cis: 0.04, international: 0.02 },
    statuses: { answered: 0.78, missed: 0.17, busy: 0.04, failed: 0.01 },
  },
  {
    direction: 'out',
    service: 'sms',
    weight: 0.03,
    zones: { onnet: 0.4, mobile: 0.56, cis: 0.04 },
    statuses: { answered: 0.98, failed: 0.02 },
  },
  {
    direction: 'in',
    service: 'sms',
    weight: 0.05,
    zones: { onnet: 0.25, mobile: 0.25, special: 0.5 },
    statuses: { answered: 1 },
  },
  {
    direction: 'out',
    service: 'forward',
    weight: 0.028,
    zones: { onnet: 0.35, mobile: 0.6, fixed: 0.05 },
    statuses: { answered: 0.85, missed: 0.15 },
  },
  {
    direction: 'in',
    service: 'voicemail',
    weight: 0.013,
    zones: { onnet: 0.4, mobile: 0.6 },
    statuses: { answered: 1 },
  },
  {
    direction: 'out',
    service: 'conference',
    weight: 0.004,
    zones: { onnet: 1 },
    statuses: { answered: 1 },
  },
];

function weigh(): { code: CallCode; weight: number }[] {
  return PARTS.flatMap(({ direction, service, weight, zones, statuses }) =>
    (Object.entries(zones) as [CdrZone, number][]).flatMap(([zone, zoneWeight]) =>
      (Object.entries(statuses) as [CdrStatus, number][]).map(([status, statusWeight]) => ({
        code: codeOf({ direction, service, zone, status }),
        weight: weight * zoneWeight * statusWeight,
      })),
    ),
  );
}

/** Call codes by place. */
export const MIX: Uint8Array = (() => {
  const table = new Uint8Array(PLACES);
  const weights = weigh();
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  let place = 0;
  let reached = 0;
  for (const { code, weight } of weights) {
    reached += weight / sum;
    const end = Math.min(PLACES, Math.round(reached * PLACES));
    // The rarest kinds still get one place.
    for (const stop = Math.max(end, place + 1); place < stop && place < PLACES; place++) table[place] = code;
  }
  table.fill(table[Math.max(0, place - 1)] ?? 0, place);
  return table;
})();

const MEDIAN_S = 88;
const SPREAD = 1.05;

// Acklam's rational approximation of the inverse normal distribution: its coefficients.
const TAIL = 0.02425;
const CENTRE_TOP = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const CENTRE_BOTTOM = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
];
const TAIL_TOP = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/** How many standard deviations a share of the normal distribution is from its middle. */
function quantile(share: number): number {
  if (share > 1 - TAIL) return -quantile(1 - share);
  if (share < TAIL) {
    const x = Math.sqrt(-2 * Math.log(share));
    return polynomial(TAIL_TOP, x) / polynomial(TAIL_BOTTOM, x);
  }
  const x = share - 0.5;
  return (polynomial(CENTRE_TOP, x * x) * x) / polynomial(CENTRE_BOTTOM, x * x);
}

/** Seconds by place: log-normal with a median of a minute and a half; a few are longer than an hour. */
export const DURATIONS: Int32Array = Int32Array.from({ length: PLACES }, (_, place) =>
  Math.max(1, Math.round(MEDIAN_S * Math.exp(SPREAD * quantile((place + 0.5) / PLACES)))),
);
