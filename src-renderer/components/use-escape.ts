import { useEffect, useRef } from 'react';

/** Things that Esc closes before it means «back». */
const OPEN_OVER_PAGE =
  '[role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"], [data-dates-dropdown]';

/** Esc goes back, unless something is open over the page or has used the key itself. */
export function useEscape(onEscape: (() => void) | null): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    let covered = false;
    // Before anyone handles the key: afterwards the thing that it closed is gone.
    const look = (event: KeyboardEvent) => {
      if (event.key === 'Escape') covered = document.querySelector(OPEN_OVER_PAGE) !== null;
    };
    const act = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || covered) return;
      latest.current?.();
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', act);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', act);
    };
  }, []);
}
