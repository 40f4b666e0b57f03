import { useState } from 'react';
import { parseNumberList } from '../../../src-shared/domain/number-list';
import type { PhoneNumber } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { tellError } from '../../state/notices';
import { foreignNumbers, ownListFaultWords } from './own-list';

/** An own list of numbers: what is wrong with it, and its sending once all numbers are found to be the account's. */
export function useOwnList(text: string): {
  fault: string | null;
  checking: boolean;
  /** @returns false when the text itself is wrong */
  send: (order: (numbers: readonly PhoneNumber[]) => void) => boolean;
} {
  const t = useT();
  const [foreign, setForeign] = useState<{ text: string; numbers: PhoneNumber[] }>({ text: '', numbers: [] });
  const [checking, setChecking] = useState(false);
  const list = parseNumberList(text);
  const strangers = foreign.text === text ? foreign.numbers : [];
  const fault = !list.ok
    ? ownListFaultWords(list.fault, t)
    : strangers.length > 0
      ? ownListFaultWords({ code: 'foreign', numbers: strangers }, t)
      : null;
  const check = async (
    numbers: readonly PhoneNumber[],
    order: (numbers: readonly PhoneNumber[]) => void,
  ): Promise<void> => {
    setChecking(true);
    try {
      const found = await foreignNumbers(numbers);
      setForeign({ text, numbers: found });
      if (found.length === 0) order(numbers);
    } catch (error) {
      tellError(error);
    } finally {
      setChecking(false);
    }
  };
  return {
    fault,
    checking,
    send: (order) => {
      if (!list.ok || strangers.length > 0) return false;
      void check(list.numbers, order);
      return true;
    },
  };
}
