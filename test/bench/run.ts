import { describeMachine } from './lib/machine';
import { type Table, toText } from './lib/report';
import { prepareWorkspace, type Workspace } from './lib/workspace';
import { writeResults } from './lib/write-results';
import { measureArchive } from './measures/archive';
import { measureStart } from './measures/cold-start';
import { measureDocuments } from './measures/documents';
import { measureGrowth } from './measures/growth';
import { measureIdleSync } from './measures/idle-sync';
import { measureIngest } from './measures/ingest';
import { measurePages } from './measures/pages';
import { measureReadsInSync } from './measures/reads-in-sync';
import { measureRest } from './measures/rest';
import { measureScale } from './measures/scale';
import { measureWindow } from './measures/window';

/** Entry of `npm run bench`. Fails when something measured is wrong, never because it is slow. */
const given = process.argv.slice(2);
const quick = given.includes('--quick');
const only = given
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const rounds = quick ? 2 : 5;

const measures: Record<string, (workspace: Workspace) => Iterable<Promise<Table>> | AsyncIterable<Table>> = {
  ingest: (workspace) => [measureIngest(workspace, rounds)],
  // Minutes of their own: only in a full run.
  reads: (workspace) => (quick ? [] : [measureReadsInSync(workspace, rounds, 11)]),
  growth: (workspace) => (quick ? [] : [measureGrowth(workspace, 10_000_000)]),
  idle: (workspace) => [measureIdleSync(workspace, quick ? 10 : 50)],
  pages: (workspace) => [measurePages(workspace, quick ? 200 : 500)],
  documents: (workspace) => measureDocuments(workspace, { quick, rounds }),
  archive: (workspace) => [measureArchive(workspace, rounds)],
  scale: (workspace) => measureScale(workspace, quick ? 300_000 : 10_000_000),
  // Starts differ by a third from one to the next: more of them.
  start: (workspace) => [measureStart(workspace, quick ? rounds : 11)],
  rest: (workspace) => (quick ? [] : [measureRest(workspace, 10_000_000)]),
  window: (workspace) => [
    measureWindow(workspace, quick ? { count: 300_000, jumps: 15 } : { count: 10_000_000, jumps: 40 }),
  ],
};
for (const name of only ?? []) {
  if (!(name in measures)) throw new Error(`--only=${name}: there are ${Object.keys(measures).join(', ')}`);
}
const write = given.includes('--write');
if (write && (quick || only))
  throw new Error('--write is for a full run: it replaces all results of the page');

const machine = describeMachine(quick);
console.log(machine.map((line) => `• ${line}`).join('\n'));
console.log('• Recording the operator’s answers …');
const workspace = await prepareWorkspace(quick ? 100_000 : null);
const tables: Table[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (only && !only.includes(name)) continue;
    for await (const table of measure(workspace)) {
      tables.push(table);
      console.log(toText(table));
    }
  }
} finally {
  workspace.remove();
}
if (write) writeResults('performance.md', machine, tables);
