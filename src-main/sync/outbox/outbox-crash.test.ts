import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rows } from '../../store/cache';
import { readCommand } from '../../store/read/outbox';
import type { Mishap } from '../testing/command-operator';
import { appeal, keyOf, PATIENT, type Program, startWorld, stateOf, until } from '../testing/outbox-world';

let world: ReturnType<typeof startWorld>;
beforeEach(() => {
  world = startWorld();
});
afterEach(() => world.close());

describe('a program that is killed', () => {
  /** Ends the process at one place and goes on with a new one. */
  const places: Record<string, (start: () => Program) => Promise<{ id: number; tries: number }>> = {
    'when the command has just been stored': async (start) => {
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      world.kill(program);
      return { id, tries: 1 };
    },
    'after a try that did not leave': async (start) => {
      world.operator.mishaps.push('refused');
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
      world.kill(program);
      return { id, tries: 2 };
    },
    'when the request is on its way': async (start) => {
      world.operator.mishaps.push('hangs-before');
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      await vi.waitFor(() => expect(world.operator.requests).toHaveLength(1), PATIENT);
      world.kill(program);
      return { id, tries: 2 };
    },
    'when the operator has acted and the answer is on its way': async (start) => {
      world.operator.mishaps.push('hangs-after');
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      await vi.waitFor(() => expect(world.operator.done).toHaveLength(1), PATIENT);
      world.kill(program);
      return { id, tries: 2 };
    },
    'after the answer was lost': async (start) => {
      world.operator.mishaps.push('lost-answer');
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
      world.kill(program);
      return { id, tries: 2 };
    },
    'after the answer was stored': async (start) => {
      const program = start();
      const { id } = program.outbox.submit(appeal('Вопрос'), '');
      await until(program, id, 'accepted');
      world.kill(program);
      return { id, tries: 1 };
    },
  };

  it.each(Object.entries(places))('%s: the operator has done it exactly once', async (_, live) => {
    const { id, tries } = await live(() => world.start());
    const key = world.operator.requests[0]?.key;
    world.time.value += 60_000;
    const program = world.start();
    await until(program, id, 'accepted');
    expect(world.operator.done).toHaveLength(1);
    expect(readCommand(program.cache, id)).toMatchObject({ attempts: tries, resultId: 100 });
    if (key) expect(keyOf(program.cache, id)).toBe(key);
    expect(program.faults).toEqual([]);
  });

  it('that ends by itself waits a little for the answer, and the rest is revived', async () => {
    world.operator.mishaps.push('hangs-after');
    const program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    await vi.waitFor(() => expect(world.operator.done).toHaveLength(1), PATIENT);
    const stopping = program.outbox.stop();
    expect(program.sleeps.map(({ ms }) => ms)).toEqual([3_000]);
    world.elapse(program);
    await stopping;
    expect(stateOf(program.cache, id)).toBe('sending');
    program.cache.close();
    const next = world.start();
    await until(next, id, 'accepted');
    expect(world.operator.done).toHaveLength(1);
  });
});

describe('whatever happens', () => {
  const mishap = fc.constantFrom<Mishap | null>(
    null,
    'refused',
    'lost-request',
    'lost-answer',
    { status: 503, problem: { code: 'unavailable' } },
    { status: 502, text: 'bad gateway' },
    { status: 200, text: '{"id":' },
  );
  const event = fc.oneof(
    { weight: 3, arbitrary: mishap.map((what) => ({ do: 'request' as const, what })) },
    { weight: 1, arbitrary: fc.constant({ do: 'kill' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'submit' as const }) },
  );

  it('every command is done exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (story) => {
        const own = startWorld();
        try {
          let program = own.start();
          let submitted = 0;
          const settled = (p: Program) => {
            const waiting = rows(
              p.cache,
              `SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending')`,
            ).length;
            return waiting === 0 || p.sleeps.length > 0;
          };
          const settle = () => vi.waitFor(() => expect(settled(program)).toBe(true), PATIENT);
          const submit = () => program.outbox.submit(appeal(String(++submitted)), '');
          submit();
          for (const step of story) {
            if (step.do === 'request') {
              if (step.what) own.operator.mishaps.push(step.what);
              continue;
            }
            if (step.do === 'submit') submit();
            else {
              own.kill(program);
              program = own.start();
            }
            await settle();
            if (program.sleeps.length > 0) own.elapse(program);
          }
          own.operator.mishaps.length = 0;
          for (let rounds = 0; rounds < 50; rounds++) {
            await settle();
            if (program.sleeps.length === 0) break;
            own.elapse(program);
          }
          const texts = own.operator.done.map(({ body }) => (body as { text: string }).text);
          expect(texts.toSorted((a, b) => Number(a) - Number(b))).toEqual(
            Array.from({ length: submitted }, (_, index) => String(index + 1)),
          );
          expect(rows(program.cache, `SELECT 1 FROM outbox WHERE state <> 'accepted'`)).toEqual([]);
          expect(program.faults).toEqual([]);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 10 },
    );
  });
});

it('a full disk does not stop whoever brings the network back', async () => {
  world.operator.state.always = 'refused';
  const program = world.start();
  const { id } = program.outbox.submit(appeal('Вопрос'), '');
  await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
  world.operator.state.always = null;
  program.cache.database.pragma('query_only = 1');
  program.outbox.wake();
  await vi.waitFor(() => expect(program.faults).toHaveLength(1), PATIENT);
  program.cache.database.pragma('query_only = 0');
  await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
  world.elapse(program);
  await until(program, id, 'accepted');
});
