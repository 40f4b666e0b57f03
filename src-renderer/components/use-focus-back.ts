import { useEffect } from 'react';

/**
 * Gives the focus back, when the component goes, to what had it when it came: dialogs of the kit do so only when they
 * stay in the page while they are closed.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const opener = openerOf(document.activeElement);
    return () => opener?.focus({ preventScroll: true });
  }, []);
}

/** What was pressed; an item goes with its menu, so what opened that, or the cell of a table that it was opened over. */
function openerOf(pressed: Element | null): HTMLElement | null {
  const menu = pressed?.closest('[role="menu"]');
  if (!menu) return pressed instanceof HTMLElement ? pressed : null;
  const opener = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return opener ? openerOf(opener) : document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
}
