import type { SoakSample } from './soak-verdict';

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 60;
const BOTTOM = 30;
const TOP = 24;

/** RSS and heap over the run as a small picture. */
export function curveSvg(samples: readonly SoakSample[]): string {
  const endS = samples.at(-1)?.atS ?? 1;
  const topMb = Math.ceil(Math.max(1, ...samples.map(({ rssMb }) => rssMb)) / 50) * 50;
  const x = (atS: number) => LEFT + ((WIDTH - LEFT - 10) * atS) / Math.max(endS, 1);
  const y = (mb: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * mb) / topMb;
  const line = (key: 'rssMb' | 'heapMb', colour: string) => {
    const points = samples.map((sample) => `${x(sample.atS).toFixed(1)},${y(sample[key]).toFixed(1)}`);
    return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.join(' ')}"/>`;
  };
  const text = (atX: number, atY: number, words: string, rest = '') =>
    `<text x="${atX}" y="${atY}" ${rest}>${words}</text>`;
  const marks = [0, topMb / 2, topMb].map(
    (mb) =>
      `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y(mb)}" y2="${y(mb)}" stroke="#ddd"/>` +
      text(LEFT - 6, y(mb) + 4, `${mb} MB`, 'text-anchor="end"'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<title>Resident memory and heap over the run</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...marks,
    line('rssMb', '#1864ab'),
    line('heapMb', '#e8590c'),
    text(LEFT, 16, 'RSS', 'fill="#1864ab"'),
    text(LEFT + 40, 16, 'heap', 'fill="#e8590c"'),
    text(WIDTH - 10, HEIGHT - 10, `${(endS / 60).toFixed(1)} min`, 'text-anchor="end"'),
    '</svg>',
    '',
  ].join('\n');
}
