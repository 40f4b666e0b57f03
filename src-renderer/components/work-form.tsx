import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { focusFirstWrong } from './field-error';
import styles from './page.module.css';
import { useEscape } from './use-escape';

type WorkFormProps = {
  /** False: something is wrong, and the first wrong field gets the focus. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing is fine
  onSubmit: () => boolean | void;
  /** Esc */
  onEscape?: () => void;
  /** As wide as the page; otherwise as wide as a column of fields. */
  wide?: boolean;
  children: ReactNode;
};

/** While the button is closed or what it sent is on its way, Enter sends nothing either. */
const OPEN_SUBMIT = 'button[type="submit"]:enabled';

/** One column of fields; Enter submits, Esc goes back. A step that took the place of another takes its focus. */
export function WorkForm({ onSubmit, onEscape, wide, children }: WorkFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEscape(onEscape ?? null);
  useEffect(() => {
    // The button that led here is gone, and the focus with it.
    if (document.activeElement === document.body) form.current?.focus({ preventScroll: true });
  }, []);
  return (
    <form
      ref={form}
      className={styles.form}
      data-wide={wide || undefined}
      noValidate
      tabIndex={-1}
      onKeyDown={submitFromItself}
      onSubmit={(event) => {
        event.preventDefault();
        if (!event.currentTarget.querySelector(OPEN_SUBMIT)) return;
        if (onSubmit() === false) focusFirstWrong(form.current);
      }}
    >
      {children}
    </form>
  );
}

/** A step of confirmation has no fields: Enter on the step itself submits it, a key held down does not. */
function submitFromItself(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.repeat || event.target !== event.currentTarget) return;
  event.currentTarget.requestSubmit();
}
