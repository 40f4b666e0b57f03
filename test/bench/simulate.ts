import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeComputer } from './lib/machine';
import { toText } from './lib/report';
import { writeResults } from './lib/write-results';
import { liveThrough } from './simulation/days';
import { fleetTable, type Measured, monthTable, requestTable, stepTable } from './simulation/tables';

/** Entry of `npm run simulate`. */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '2021' },
    write: { type: 'boolean', default: false },
  },
});
const clients = readCount('clients', values.clients);
const seed = readCount('seed', values.seed);

function readCount(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 10_000_000) return value;
  throw new Error(`--${name}=${text} is not a whole number from 1 to 10000000`);
}

const machine = describeComputer(`Node ${process.versions.node}, ${clients} clients, seed ${seed}`);
console.log(machine.map((line) => `• ${line}`).join('\n'));
const folder = mkdtempSync(join(tmpdir(), 'cabinet-simulation-'));
try {
  const measure = (size: 'small' | 'medium') => {
    console.log(`• The program lives through the days of a ${size} company …`);
    const place = join(folder, size);
    mkdirSync(place);
    return liveThrough(size, place);
  };
  const measured: Measured = { small: await measure('small'), medium: await measure('medium') };
  const tables = [
    stepTable(measured),
    requestTable(measured),
    monthTable(measured),
    fleetTable(measured, { clients, seed }),
  ];
  for (const table of tables) console.log(toText(table));
  if (values.write) writeResults('scale.md', machine, tables);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
