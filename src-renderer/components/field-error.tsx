import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Words of a wrong field, with a sign besides the colour. */
export function fieldError(words: string): ReactNode {
  return (
    <span style={{ display: 'inline-flex', gap: 5, alignItems: 'flex-start' }}>
      <IconAlertCircle size={14} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
      {words}
    </span>
  );
}

/**
 * Whether a button is being pressed. Words of a mistake that come between the press and the release, when a field is
 * left for it, would move the button away from under the pointer, and nothing would happen.
 */
export const isPressing = (): boolean => document.querySelector('button:active, a:active') !== null;

/** Wrong fields; a group of choices tells its mistake by what describes it, and is entered by its first choice. */
const WRONG = '[aria-invalid="true"], [role="radiogroup"][aria-describedby*="-error"] input:enabled';

/** Moves the focus to the first field that is wrong, in the order of the page. */
export function focusFirstWrong(form: HTMLFormElement | null): void {
  // The fields are marked while React draws the errors.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(WRONG)?.focus());
}
