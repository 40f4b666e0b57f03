import { type FocusEventHandler, type RefObject, useEffect, useRef } from 'react';

type KeptFocus = {
  ref: RefObject<HTMLDivElement | null>;
  tabIndex: number;
  style: { outline: 'none' };
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
};

/**
 * Keeps the focus in a box when what had it is taken away, as a button is that has been pressed: keys that are pressed on
 * the page itself, Esc among them, do not reach the box.
 */
export function useKeptFocus(): KeptFocus {
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body)
      box.current?.focus({ preventScroll: true });
  });
  return {
    ref: box,
    tabIndex: -1,
    style: { outline: 'none' },
    onFocus: () => {
      inside.current = true;
    },
    onBlur: () => {
      inside.current = false;
    },
  };
}
