type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Alt+←/→ as in a browser. On a Mac they go from word to word in a text; there the menu has Cmd+[ and Cmd+]. */
export function historyStep(event: Key, mac: boolean): 'back' | 'forward' | null {
  if (mac || !event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'ArrowLeft') return 'back';
  return event.key === 'ArrowRight' ? 'forward' : null;
}
