import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Submission } from '../../../src-shared/bridge/commands';
import { readCommand } from '../../store/read/outbox';
import type { Mishap } from '../testing/command-operator';
import { appeal, PATIENT, type Program, startWorld, stateOf, until } from '../testing/outbox-world';

let world: ReturnType<typeof startWorld>;
beforeEach(() => {
  world = startWorld();
});
afterEach(() => world.close());

const password = (subscriberId: number, text: string): Submission => ({
  kind: 'change-sip-password',
  body: { subscriberId, password: `Sekretnyj-${text}` },
});
const NOT_NOW: Mishap = {
  status: 503,
  problem: { code: 'unavailable' },
  headers: { 'retry-after': '900' },
};
const pausing = (program: Program) => vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
const doneBodies = () => world.operator.done.map(({ body }) => body);

it('a newer setting waits for the older one; everything else passes', async () => {
  world.operator.mishaps.push(NOT_NOW);
  const program = world.start();
  const submit = (submission: Submission) => program.outbox.submit(submission, '').id;
  const older = submit(password(7, 'old'));
  await pausing(program);
  const newer = submit(password(7, 'new'));
  const service = submit({ kind: 'add-service', body: { subscriberId: 7, code: 'clip' } });
  const question = submit(appeal('Вопрос'));
  const others = submit(password(8, 'other'));
  await until(program, others, 'accepted');
  expect([older, newer, service, question].map((id) => stateOf(program.cache, id))).toEqual([
    'waiting',
    'waiting',
    'accepted',
    'accepted',
  ]);
  await pausing(program);
  expect(world.elapse(program)).toBe(1_125_000);
  await until(program, newer, 'accepted');
  expect(doneBodies().slice(-2)).toEqual([password(7, 'old').body, password(7, 'new').body]);
});

it('so do commands that undo one another', async () => {
  world.operator.mishaps.push(NOT_NOW);
  const program = world.start();
  program.outbox.submit({ kind: 'change-plan', body: { subscriberId: 7, planId: 2 } }, '');
  await pausing(program);
  const undo = program.outbox.submit(
    { kind: 'cancel-plan-change', body: { subscriberId: 7, planChangeId: 3 } },
    '',
  );
  await pausing(program);
  expect(readCommand(program.cache, undo.id)).toMatchObject({ state: 'waiting', attempts: 0 });
  world.elapse(program);
  await until(program, undo.id, 'accepted');
  expect(world.operator.done.map(({ path }) => path)).toEqual(['/plan-changes', '/plan-cancellations']);
});

it('taking the older one back lets the newer one go', async () => {
  world.operator.mishaps.push(NOT_NOW);
  const program = world.start();
  const older = program.outbox.submit(password(7, 'old'), '').id;
  await pausing(program);
  const newer = program.outbox.submit(password(7, 'new'), '').id;
  await pausing(program);
  program.outbox.cancel(older);
  await until(program, newer, 'accepted');
  expect(doneBodies()).toEqual([password(7, 'new').body]);
});

it('trying the newer one at once tries the older one before it', async () => {
  world.operator.mishaps.push(NOT_NOW);
  const program = world.start();
  program.outbox.submit(password(7, 'old'), '');
  await pausing(program);
  const newer = program.outbox.submit(password(7, 'new'), '').id;
  await pausing(program);
  program.outbox.retry(newer);
  await until(program, newer, 'accepted');
  expect(doneBodies()).toEqual([password(7, 'old').body, password(7, 'new').body]);
});

it('a new command tries those first that wait for the network', async () => {
  world.operator.mishaps.push('refused');
  const program = world.start();
  program.outbox.submit(appeal('1'), '');
  await pausing(program);
  const second = program.outbox.submit(appeal('2'), '').id;
  await until(program, second, 'accepted');
  expect(doneBodies().map((body) => (body as { text: string }).text)).toEqual(['1', '2']);
});
