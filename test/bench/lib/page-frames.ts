/**
 * What is measured inside the window. These functions run in the page: they may use nothing from outside themselves.
 */

/** Frames of one way of scrolling: their lengths in ms, and how many of the rows that fit the view had no words yet. */
export type ScrollFrames = { frames: number[]; rowsSeen: number; rowsBlank: number };

/** Scrolls the grid down by as many px in each frame; turns round at the ends. */
export async function scrollFrames({ px, count }: { px: number; count: number }): Promise<ScrollFrames> {
  const [ROW_PX, HEAD_PX, FOOT_PX] = [32, 43, 35];
  const grid = document.querySelector('[role=grid]') as HTMLElement;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const betweenFrames = new MessageChannel();
  const afterFrame = () =>
    new Promise<unknown>((resolve) => {
      betweenFrames.port1.onmessage = resolve;
      betweenFrames.port2.postMessage(null);
    });
  const result: ScrollFrames = { frames: [], rowsSeen: 0, rowsBlank: 0 };
  let direction = 1;
  let before = await nextFrame();
  for (let at = 0; at < count; at += 1) {
    // As an input does: moved in the frame itself, the grid would be painted at a place that it has not drawn yet.
    await afterFrame();
    if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) direction = -1;
    else if (grid.scrollTop <= 0) direction = 1;
    grid.scrollTop += direction * px;
    const now = await nextFrame();
    result.frames.push(now - before);
    before = now;
    const view = grid.getBoundingClientRect();
    let withWords = 0;
    for (const row of grid.querySelectorAll('[data-row]:not([data-row="-1"])')) {
      const { top } = row.getBoundingClientRect();
      if (top < view.top + HEAD_PX || top + ROW_PX > view.top + grid.clientHeight - FOOT_PX) continue;
      if (row.textContent !== '') withWords += 1;
    }
    const room = Math.floor((grid.clientHeight - HEAD_PX - FOOT_PX) / ROW_PX) - 1;
    result.rowsSeen += room;
    result.rowsBlank += Math.max(0, room - withWords);
  }
  return result;
}

/** Drags the scroll bar to places of its whole way (0 … 1); frames until every row in view has words, for each. */
export async function jumpFrames({
  places,
  most,
}: {
  places: readonly number[];
  most: number;
}): Promise<number[]> {
  const grid = document.querySelector('[role=grid]') as HTMLElement;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const isWhole = (): boolean => {
    const view = grid.getBoundingClientRect();
    const rows = [...grid.querySelectorAll('[data-row]:not([data-row="-1"])')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > view.top && top < view.bottom;
    });
    return rows.length > 5 && rows.every((row) => row.textContent !== '');
  };
  const needed: number[] = [];
  for (const place of places) {
    await nextFrame();
    grid.scrollTop = place * (grid.scrollHeight - grid.clientHeight);
    let frames = 0;
    do {
      await nextFrame();
      frames += 1;
    } while (!isWhole() && frames < most);
    needed.push(frames);
    for (let rest = 0; rest < 12; rest += 1) await nextFrame();
  }
  return needed;
}
