import type { Subscriber } from '../../../src-shared/domain/account';
import { formatPhone } from '../../../src-shared/domain/phone';
import { CALL_CENTRE_OPERATORS_MAX, type CallCentreSettings } from '../../../src-shared/domain/requests';
import type { MessageKey } from '../../i18n/messages';

/** The settings as they are typed. */
export type SettingsDraft = {
  enabled: boolean;
  operatorIds: readonly number[];
  distribution: CallCentreSettings['distribution'];
  /** Monday … Sunday; null: closed. */
  hours: readonly ({ from: string; to: string } | null)[];
  followCalendar: boolean;
  waitLimit: string;
  /** After +375; empty: none. */
  overflow: string;
  greeting: string;
};

export const WAIT_MIN_S = 5;
export const WAIT_MAX_S = 600;
export const GREETING_MAX = 500;
/** Offered when a weekday is opened. */
export const USUAL_HOURS = { from: '09:00', to: '18:00' };

/** Before anything was ever set up. */
export const noSettings: CallCentreSettings = {
  enabled: false,
  operatorIds: [],
  distribution: 'all',
  hours: [USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, null, null],
  followCalendar: true,
  waitLimitS: 60,
  overflowNumber: null,
  greeting: '',
};

export const draftOf = ({ waitLimitS, overflowNumber, ...rest }: CallCentreSettings): SettingsDraft => ({
  ...rest,
  waitLimit: String(waitLimitS),
  overflow: overflowNumber?.slice(3) ?? '',
});

/** «9:00», «900», «9» as «09:00»; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The national form of what stands after +375; null when it is no number. */
function readOverflow(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '');
  return /^\d{9}$/.test(digits) ? `375${digits}` : null;
}

export type Fault = { key: MessageKey; params?: Record<string, string | number> };
type SettingsFaults = {
  operators: Fault | null;
  /** Of each weekday. */
  hours: readonly (MessageKey | null)[];
  waitLimit: Fault | null;
  overflow: MessageKey | null;
  greeting: Fault | null;
};

function hoursFault(day: SettingsDraft['hours'][number]): MessageKey | null {
  if (day === null) return null;
  const from = readTime(day.from);
  const to = readTime(day.to);
  if (from === null || to === null) return 'callCentre.timeWrong';
  return from < to ? null : 'callCentre.hoursCrossed';
}

function operatorsFault(draft: SettingsDraft, people: ReadonlyMap<number, Subscriber>): Fault | null {
  const { operatorIds, enabled } = draft;
  if (enabled && operatorIds.length === 0) return { key: 'callCentre.operatorsNeeded' };
  if (operatorIds.length > CALL_CENTRE_OPERATORS_MAX) {
    return { key: 'callCentre.operatorsMany', params: { limit: CALL_CENTRE_OPERATORS_MAX } };
  }
  const idle = operatorIds.flatMap((id) => people.get(id) ?? []).filter(({ status }) => status !== 'active');
  const numbers = idle.map(({ number }) => formatPhone(number)).join(', ');
  return idle.length > 0 ? { key: 'callCentre.operatorsIdle', params: { numbers } } : null;
}

function overflowFault(draft: SettingsDraft, people: ReadonlyMap<number, Subscriber>): MessageKey | null {
  if (draft.overflow.trim() === '') return null;
  const number = readOverflow(draft.overflow);
  if (number === null) return 'callCentre.overflowWrong';
  const taken = draft.operatorIds.some((id) => people.get(id)?.number === number);
  return taken ? 'callCentre.overflowOperator' : null;
}

export function settingsFaults(
  draft: SettingsDraft,
  people: ReadonlyMap<number, Subscriber>,
): SettingsFaults {
  const wait = /^\d{1,3}$/.test(draft.waitLimit.trim()) ? Number(draft.waitLimit) : Number.NaN;
  const { length } = draft.greeting.trim();
  return {
    operators: operatorsFault(draft, people),
    hours: draft.hours.map(hoursFault),
    waitLimit:
      wait >= WAIT_MIN_S && wait <= WAIT_MAX_S
        ? null
        : { key: 'callCentre.waitWrong', params: { from: WAIT_MIN_S, to: WAIT_MAX_S } },
    overflow: overflowFault(draft, people),
    greeting:
      length > GREETING_MAX ? { key: 'appeal.textLong', params: { length, limit: GREETING_MAX } } : null,
  };
}

export const isFaultless = ({ operators, hours, waitLimit, overflow, greeting }: SettingsFaults): boolean =>
  [operators, ...hours, waitLimit, overflow, greeting].every((fault) => fault === null);

/** The settings of a draft without faults. */
export function settingsOf(draft: SettingsDraft): CallCentreSettings {
  return {
    enabled: draft.enabled,
    operatorIds: [...draft.operatorIds],
    distribution: draft.distribution,
    hours: draft.hours.map(
      (day) => day && { from: readTime(day.from) ?? day.from, to: readTime(day.to) ?? day.to },
    ),
    followCalendar: draft.followCalendar,
    waitLimitS: Number(draft.waitLimit),
    overflowNumber: readOverflow(draft.overflow),
    greeting: draft.greeting.trim(),
  };
}
