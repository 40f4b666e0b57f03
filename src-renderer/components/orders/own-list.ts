import { type NumberListFault, OWN_LIST_MAX } from '../../../src-shared/domain/number-list';
import { formatPhone, type PhoneNumber } from '../../../src-shared/domain/phone';
import type { Translate } from '../../i18n/translate';
import { callBridge } from '../../state/bridge';

/** More names than this would hide what the message says. */
const NAMED_AT_MOST = 8;

function named(parts: readonly string[], t: Translate): string {
  const shown = parts.slice(0, NAMED_AT_MOST).join(', ');
  return parts.length > NAMED_AT_MOST
    ? t('ownList.andMore', { shown, count: parts.length - NAMED_AT_MOST })
    : shown;
}

/** What is wrong with an own list, every wrong number named. */
export function ownListFaultWords(
  fault: NumberListFault | { code: 'foreign'; numbers: readonly PhoneNumber[] },
  t: Translate,
): string {
  switch (fault.code) {
    case 'empty':
      return t('signIn.required');
    case 'malformed':
      return t('ownList.malformed', { parts: named(fault.parts, t) });
    case 'repeated':
      return t('ownList.repeated', { parts: named(fault.numbers, t) });
    case 'too-many':
      return t('ownList.tooMany', { count: fault.count, limit: OWN_LIST_MAX });
    case 'foreign':
      return t('ownList.foreign', { parts: named(fault.numbers.map(formatPhone), t) });
  }
}

/** Those of the numbers that no subscriber of the account has. @throws CabinetError */
export async function foreignNumbers(numbers: readonly PhoneNumber[]): Promise<PhoneNumber[]> {
  const own = await Promise.all(
    numbers.map(
      async (mask) => (await callBridge('subscribers.search', { mask, offset: 0, limit: 1 })).total,
    ),
  );
  return numbers.filter((_, index) => own[index] === 0);
}
