import { type Outcome, ratioOf } from './rounds';

/** A table of results as it is printed and written. */
export type Table = { title: string; columns: readonly string[]; rows: string[][]; notes: string[] };

export function formatMs(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(ms >= 10 ? 1 : 2)} ms`;
}

export const formatCount = (count: number): string => Math.round(count).toLocaleString('en-US');
export const formatMb = (mb: number | null): string => (mb === null ? '—' : `${mb.toFixed(0)} MB`);
const formatFactor = (factor: number): string => factor.toPrecision(factor >= 1 ? 3 : 2);

/** «0.29 (0.27–0.31)»: how long the first takes in parts of the other. */
export function formatRatio(one: Outcome, other: Outcome): string {
  const { middle, least, greatest } = ratioOf(one, other);
  return `${formatFactor(middle)} (${formatFactor(least)}–${formatFactor(greatest)})`;
}

export function toMarkdown({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [
    `### ${title}`,
    '',
    line(columns),
    line(rule),
    ...rows.map(line),
    ...(notes.length > 0 ? ['', ...notes.map((note) => `- ${note}`)] : []),
    '',
  ].join('\n');
}

/** The same table in columns that line up on a terminal. */
export function toText({ title, columns, rows, notes }: Table): string {
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [`\n── ${title}`, line(columns), ...rows.map(line), ...notes.map((note) => `   ${note}`)].join('\n');
}
