import { parseSignInNumber } from '../../../src-shared/domain/phone';
import type { MessageKey } from '../../i18n/messages';

/** What is wrong with a typed sign-in number; null when it is right (guide §1). */
export function phoneFault(text: string): MessageKey | null {
  if (text.trim() === '') return 'signIn.required';
  return parseSignInNumber(text) === null ? 'signIn.phoneWrong' : null;
}

/** The full number of a text without fault. */
export const fullNumber = (text: string): string => parseSignInNumber(text) ?? '';
