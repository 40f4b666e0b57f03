import type { CdrService, CdrZone } from '../../../src-shared/domain/cdr';

/** How a use is rated: a price per minute (voice) or per message part (SMS). */
export type Rate = {
  /** Gross of a minute or of a message part. */
  gross: number;
  per: 'minute' | 'part';
  /** The least that is charged, seconds; the rest is charged by `stepS`. «60/1» is 60 and 1. */
  minimumS: number;
  stepS: number;
};

/** Rates of outgoing traffic; incoming traffic is free. None of them is printed in the guide. */
export type RateTable = Readonly<Record<CdrService, Readonly<Record<CdrZone, Rate>>>>;

const FREE: Rate = { gross: 0, per: 'minute', minimumS: 1, stepS: 1 };
const perMinute = (gross: number, minimumS: number, stepS: number): Rate => ({
  gross,
  per: 'minute',
  minimumS,
  stepS,
});
const perPart = (gross: number): Rate => ({ gross, per: 'part', minimumS: 0, stepS: 0 });

/** Zones in which «SIP N минут в другие сети» pays for outgoing voice calls. */
export const packageZones: readonly CdrZone[] = ['mobile', 'fixed'];

/** Rates of «SIP-соединение» and «SIP-номер». */
export const standardRates: RateTable = {
  voice: {
    onnet: FREE,
    mobile: perMinute(1_450, 60, 1),
    fixed: perMinute(650, 60, 1),
    cis: perMinute(11_900, 60, 1),
    international: perMinute(23_500, 60, 60),
    special: perMinute(3_600, 60, 60),
  },
  sms: {
    onnet: perPart(552),
    mobile: perPart(966),
    fixed: perPart(966),
    cis: perPart(2_415),
    international: perPart(2_415),
    special: perPart(3_000),
  },
  forward: {
    onnet: FREE,
    mobile: perMinute(1_450, 1, 1),
    fixed: perMinute(650, 1, 1),
    cis: perMinute(11_900, 60, 1),
    international: perMinute(23_500, 60, 60),
    special: perMinute(3_600, 60, 60),
  },
  voicemail: { onnet: FREE, mobile: FREE, fixed: FREE, cis: FREE, international: FREE, special: FREE },
  conference: {
    onnet: perMinute(500, 60, 60),
    mobile: perMinute(500, 60, 60),
    fixed: perMinute(500, 60, 60),
    cis: perMinute(500, 60, 60),
    international: perMinute(500, 60, 60),
    special: perMinute(500, 60, 60),
  },
};

/** For those who call a lot inside the country: charged by the second, cheaper. */
export const officeRates: RateTable = {
  ...standardRates,
  voice: { ...standardRates.voice, mobile: perMinute(790, 1, 1), fixed: perMinute(390, 1, 1) },
  sms: { ...standardRates.sms, onnet: perPart(276), mobile: perPart(690), fixed: perPart(690) },
  forward: { ...standardRates.forward, mobile: perMinute(790, 1, 1), fixed: perMinute(390, 1, 1) },
};

/** For those who call abroad. */
export const worldRates: RateTable = {
  ...standardRates,
  voice: {
    ...standardRates.voice,
    cis: perMinute(5_900, 30, 1),
    international: perMinute(12_900, 30, 6),
  },
  sms: { ...standardRates.sms, cis: perPart(1_200), international: perPart(1_200) },
};

/** For those who mostly answer: every minute that has begun is charged, and dearer. */
export const receptionRates: RateTable = {
  ...standardRates,
  voice: { ...standardRates.voice, mobile: perMinute(1_990, 60, 60), fixed: perMinute(990, 60, 60) },
  forward: { ...standardRates.forward, mobile: perMinute(1_990, 60, 60), fixed: perMinute(990, 60, 60) },
};
