/** «fit»: as wide as the window; otherwise 1 is 100 %. */
export type Zoom = 'fit' | number;

const STEPS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** The next step up or down from the scale that is shown; the ends stay. */
export function stepZoom(scale: number, by: 1 | -1): number {
  const slack = 0.01;
  if (by > 0) return STEPS.find((step) => step > scale + slack) ?? Math.max(...STEPS);
  return STEPS.findLast((step) => step < scale - slack) ?? Math.min(...STEPS);
}

/** Scale at which a page of this width is shown in a room of that width. */
export function scaleOf(zoom: Zoom, pageWidth: number, room: number): number {
  if (zoom !== 'fit') return zoom;
  return Math.min(Math.max(...STEPS), Math.max(Math.min(...STEPS), room / pageWidth));
}
