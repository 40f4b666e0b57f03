import { useEffect } from 'react';

/** What had the focus last: a menu item that was pressed may be gone before the dialog that it opens has been loaded. */
let last: EventTarget | null = null;
document.addEventListener('focusin', ({ target }) => {
  last = target;
});

/**
 * Gives the focus back, when the component goes, to what had it when it came: dialogs of the kit do so only when they
 * stay in the page while they are closed.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const { activeElement, body } = document;
    const opener = openerOf(activeElement === body ? last : activeElement);
    return () => opener?.focus({ preventScroll: true });
  }, []);
}

/** What was pressed; an item goes with its menu, so what opened that, or the cell of a table that it was opened over. */
function openerOf(pressed: EventTarget | null): HTMLElement | null {
  if (!(pressed instanceof HTMLElement)) return null;
  const menu = pressed.closest('[role="menu"]');
  if (!menu) return pressed;
  const opener = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return opener ? openerOf(opener) : document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
}
