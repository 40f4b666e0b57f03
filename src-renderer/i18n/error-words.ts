import { type BridgeError, CabinetError, type ErrorCode } from '../../src-shared/bridge/errors';
import { dayOf, formatDay, formatInstant } from '../../src-shared/domain/period';
import type { Translate } from './translate';

export type ErrorWords = {
  code: ErrorCode;
  /** What is wrong. */
  what: string;
  /** What to do about it, with the time of the next try when it is known. */
  action: string;
};

/**
 * Turns any error into words: what is wrong and what to do.
 * @param now decides whether the time of the next try needs its day.
 */
export function describeError(error: unknown, t: Translate, now: number = Date.now()): ErrorWords {
  const { code, params } = asBridgeError(error);
  const given = Object.keys(params).length > 0 ? params : undefined;
  const action = [t(`errors.${code}.do`, given)];
  if (code === 'operator-refused' && params.detail)
    action.unshift(t('errors.operatorSays', { reason: asSentence(String(params.detail)) }));
  if (typeof params.retryAt === 'number')
    action.push(t('errors.retryAt', { time: shortTime(params.retryAt, now) }));
  return { code, what: t(`errors.${code}.what`, given), action: action.join(' ') };
}

function asBridgeError(error: unknown): BridgeError {
  if (error instanceof CabinetError) return error.toBridge();
  if (typeof error === 'object' && error !== null && 'code' in error && 'params' in error)
    return error as BridgeError;
  return { code: 'internal', params: {} };
}

/** The operator ends its reasons as it likes; more words follow here. */
const asSentence = (text: string): string => text.trim().replace(/(?<![.!?…])$/, '.');

/** «09:14:30» today, «10.05.2021 09:14» on another day; Minsk time. */
function shortTime(at: number, now: number): string {
  const [, clock = ''] = formatInstant(at).split(' ');
  return dayOf(at) === dayOf(now) ? clock : `${formatDay(dayOf(at))} ${clock.slice(0, 5)}`;
}
