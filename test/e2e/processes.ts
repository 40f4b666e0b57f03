import { readdirSync, readFileSync } from 'node:fs';

/** Processes of the system, as Linux tells of them. */

/** A process and all that it has started, as far as they live; their numbers. */
export function familyOf(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => [Number(id), parentOf(id)]),
  );
  const family = new Set(parents.has(root) ? [root] : []);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const [id, parent] of parents) if (family.has(parent)) family.add(id);
  }
  return [...family];
}

/** What of these still runs; what only waits to be noticed as ended does not. */
export const living = (ids: readonly number[]): number[] =>
  ids.filter((id) => /^State:\s*[^ZX\s]/m.test(read(`/proc/${id}/status`)));

/** The processes of a program that draw its pages. */
export const renderersOf = (program: number): number[] =>
  familyOf(program).filter((id) => read(`/proc/${id}/cmdline`).includes('--type=renderer'));

const parentOf = (id: string): number => Number(/^PPid:\s*(\d+)$/m.exec(read(`/proc/${id}/status`))?.[1]);

/** Empty when it has ended meanwhile or belongs to somebody else. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
