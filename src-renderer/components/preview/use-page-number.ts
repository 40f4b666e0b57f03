import { type RefObject, useEffect, useState } from 'react';

/** Number of the page that takes the middle of what is shown. */
export function usePageNumber(scroller: RefObject<HTMLElement | null>, pages: number): number {
  const [number, setNumber] = useState(1);
  useEffect(() => {
    const room = scroller.current;
    if (!room || pages === 0) return;
    const look = () => {
      const middle = room.getBoundingClientRect().top + room.clientHeight / 2;
      const all = Array.from(room.querySelectorAll<HTMLElement>('[data-page]'));
      const at = all.findLast((page) => page.getBoundingClientRect().top <= middle);
      setNumber(Number(at?.dataset.page ?? 1));
    };
    look();
    room.addEventListener('scroll', look, { passive: true });
    return () => room.removeEventListener('scroll', look);
  }, [scroller, pages]);
  return number;
}
