import { expect, it, vi } from 'vitest';
import { readCommand } from '../../store/read/outbox';
import type { Mishap } from '../testing/command-operator';
import { appeal, NOON, PATIENT, startWorld } from '../testing/outbox-world';

const OPERATOR_NOW = NOON + 3_600_000;
const UNTIL = OPERATOR_NOW + 60_000;
const serverTime = { 'server-time': String(OPERATOR_NOW) };

it.each<[string, Mishap]>([
  ['a problem', { status: 429, problem: { code: 'too-many-attempts', retryAt: UNTIL }, headers: serverTime }],
  ['a header', { status: 503, headers: { ...serverTime, 'retry-after': new Date(UNTIL).toUTCString() } }],
])('waits until an instant of the operator’s clock, whatever the computer’s says: %s', async (_, mishap) => {
  const world = startWorld();
  world.operator.mishaps.push(mishap);
  const program = world.start();
  const { id } = program.outbox.submit(appeal('Вопрос'), '');
  await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
  expect(readCommand(program.cache, id)).toMatchObject({ nextTryAt: NOON + 60_000 * 1.25 });
  await world.close();
});
