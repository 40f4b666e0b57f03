import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Instant, MINSK_OFFSET_MS, systemClock } from '../../src-shared/domain/period';
import { type DemoSize, demoSizes } from './demo/sizes';
import { createDocumentThread } from './documents/thread';
import { startOperator } from './index';

// The operator alone, without the cabinet: `npm run operator -- --port 8088 --size medium`.

const USAGE = `
--port 8088               port on 127.0.0.1 (any free one)
--size small              ${demoSizes.join(', ')}
--seed 2021               another number makes another company
--clock 2021-05-10T12:00  the operator's time goes on from here (Minsk); «real» is the real time
--data folder             keeps the ledger there (in memory)
`;

/** «2021-05-10T12:00» of Minsk; null for «real». */
function readClock(text: string): Instant | null {
  if (text === 'real') return null;
  const at = Date.parse(`${text}Z`) - MINSK_OFFSET_MS;
  if (!Number.isFinite(at)) throw new Error(`--clock ${text} is not a time like 2021-05-10T12:00`);
  return at;
}

function readNumber(name: string, text: string, greatest: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= greatest) return value;
  throw new Error(`--${name} ${text} is not a whole number up to ${greatest}`);
}

function readSize(text: string): DemoSize {
  const size = demoSizes.find((known) => known === text);
  if (!size) throw new Error(`--size ${text} is none of ${demoSizes.join(', ')}`);
  return size;
}

async function main(): Promise<void> {
  // The ledger is this user's only.
  process.umask(0o077);
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      size: { type: 'string', default: 'small' },
      seed: { type: 'string' },
      clock: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const host = await startOperator({
    dataDir: values.data ?? null,
    clock: systemClock,
    size: readSize(values.size),
    // Beside the bundle of this file.
    documents: createDocumentThread({
      script: join(import.meta.dirname, 'operator-documents.cjs'),
      fontFolder: join(import.meta.dirname, '../../resources/fonts'),
    }),
    port: readNumber('port', values.port, 65_535),
    ...(values.seed === undefined ? {} : { seed: readNumber('seed', values.seed, 2 ** 31 - 1) }),
    onError: (error) => console.error(error),
  });
  if (values.clock !== undefined) await host.control.setClock(readClock(values.clock));
  host.control.onPost((kind) => {
    const [item] = kind === 'mail' ? host.control.listMail() : host.control.listSms();
    if (item) console.log(`\n[${kind}] ${item.from} → ${item.to} ${item.subject}\n${item.text}`);
  });
  const { url, operatorTime, size, demoAccount } = host.control.getState();
  console.log(`Operator     ${url}`);
  console.log(`Its time     ${new Date(operatorTime + MINSK_OFFSET_MS).toISOString().slice(0, 16)} (Minsk)`);
  console.log(`Company      ${size}`);
  console.log(`Sign in with +${demoAccount.phone}, password ${demoAccount.password}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      host.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
});
