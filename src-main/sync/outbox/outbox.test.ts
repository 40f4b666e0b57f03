import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandView, Submission } from '../../../src-shared/bridge/commands';
import type { CabinetError } from '../../../src-shared/bridge/errors';
import { type ReadableCache, row } from '../../store/cache';
import { readCommand } from '../../store/read/outbox';
import type { Mishap } from '../testing/command-operator';
import { appeal, keyOf, NOON, PATIENT, startWorld, stateOf, until } from '../testing/outbox-world';

const password: Submission = {
  kind: 'change-sip-password',
  body: { subscriberId: 7, password: 'Sekretnyj12345' },
};

let world: ReturnType<typeof startWorld>;
beforeEach(() => {
  world = startWorld();
});
afterEach(() => world.close());

const code = (expected: string) => expect.objectContaining({ code: expected });
const thrown = (work: () => unknown): CabinetError => {
  try {
    work();
  } catch (error) {
    return error as CabinetError;
  }
  throw new Error('nothing was thrown');
};

describe('a command', () => {
  it('is stored before it is sent, and accepted with what the operator made', async () => {
    const program = world.start();
    const stored = program.outbox.submit(appeal('Вопрос'), 'вопрос');
    expect(stored).toMatchObject({ state: 'waiting', attempts: 0, createdAt: NOON, resultId: null });
    expect(world.operator.requests).toEqual([]);
    await until(program, stored.id, 'accepted');
    expect(world.operator.done).toEqual([
      { id: 100, path: '/appeals', key: keyOf(program.cache, stored.id), body: appeal('Вопрос').body },
    ]);
    expect(readCommand(program.cache, stored.id)).toMatchObject({
      resultId: 100,
      finishedAt: NOON,
      attempts: 1,
      error: null,
      nextTryAt: null,
    });
    expect(program.seen.map(({ state }) => state)).toEqual(['waiting', 'sending', 'accepted']);
    expect(program.accepted).toHaveBeenCalledTimes(1);
  });

  it('goes out in its turn, one at a time, each under a key of its own', async () => {
    const program = world.start();
    const ids = ['1', '2', '3'].map((text) => program.outbox.submit(appeal(text), '').id);
    await until(program, ids[2] as number, 'accepted');
    expect(world.operator.done.map(({ body }) => (body as { text: string }).text)).toEqual(['1', '2', '3']);
    expect(new Set(world.operator.done.map(({ key }) => key)).size).toBe(3);
    const states = program.seen
      .map(({ id, state }) => `${id} ${state}`)
      .filter((one) => !/waiting/.test(one));
    expect(states).toEqual(ids.flatMap((id) => [`${id} sending`, `${id} accepted`]));
  });

  it('is refused for good with the operator’s reason, which the journal finds', async () => {
    world.operator.mishaps.push({
      status: 409,
      problem: { code: 'rule-violated', rule: 'channels-once-in-7-days', detail: 'Пакет уже менялся' },
    });
    const program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), 'вопрос');
    await until(program, id, 'rejected');
    expect(readCommand(program.cache, id)).toMatchObject({
      finishedAt: NOON,
      resultId: null,
      error: {
        code: 'operator-refused',
        params: { rule: 'channels-once-in-7-days', detail: 'Пакет уже менялся' },
      },
    });
    expect(row(program.cache, 'SELECT search_text AS text FROM outbox')).toEqual({
      text: 'вопрос\nпакет уже менялся',
    });
    expect(program.accepted).not.toHaveBeenCalled();
  });
});

describe('faults that pass', () => {
  it('put a command off for growing pauses, under the same key', async () => {
    world.operator.state.always = 'lost-answer';
    const program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    const pauses: number[] = [];
    for (let tries = 1; tries <= 12; tries++) {
      await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
      expect(readCommand(program.cache, id)).toMatchObject({
        state: 'waiting',
        attempts: tries,
        error: { code: 'operator-unreachable' },
      });
      if (tries === 12) world.operator.state.always = null;
      pauses.push(world.elapse(program));
    }
    expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pauses.slice(-2)).toEqual([3_600_000, 3_600_000]);
    await until(program, id, 'accepted');
    expect(world.operator.done).toHaveLength(1);
    expect(new Set(world.operator.requests.map(({ key }) => key)).size).toBe(1);
  });

  it('of one command let the next ones pass; what the operator asked to wait is waited', async () => {
    world.operator.mishaps.push({
      status: 503,
      problem: { code: 'unavailable' },
      headers: { 'retry-after': '900' },
    });
    const program = world.start();
    // And up to half of it more: all that were sent away must not come back together.
    const pause = 900_000 * 1.25;
    const first = program.outbox.submit(appeal('1'), '').id;
    const second = program.outbox.submit(appeal('2'), '').id;
    await until(program, second, 'accepted');
    expect(readCommand(program.cache, first)).toMatchObject({
      state: 'waiting',
      nextTryAt: NOON + pause,
      error: { code: 'operator-error', params: { status: 503 } },
    });
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    // A new command neither waits for that pause nor ends it.
    const third = program.outbox.submit(appeal('3'), '').id;
    await until(program, third, 'accepted');
    expect(stateOf(program.cache, first)).toBe('waiting');
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(world.elapse(program)).toBe(pause);
    await until(program, first, 'accepted');
  });

  it('of the network stop the whole pass, and all goes on when it is back', async () => {
    world.operator.state.always = 'refused';
    const program = world.start();
    const ids = ['1', '2', '3'].map((text) => program.outbox.submit(appeal(text), '').id);
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(ids.map((id) => readCommand(program.cache, id)?.attempts)).toEqual([1, 0, 0]);
    world.operator.state.always = null;
    program.outbox.wake();
    await until(program, ids[2] as number, 'accepted');
    expect(world.operator.done.map(({ body }) => (body as { text: string }).text)).toEqual(['1', '2', '3']);
  });

  it('are told from refusals when somebody on the way answers', async () => {
    world.operator.mishaps.push(
      { status: 403, text: '<html>Вход в сеть гостиницы</html>' },
      { status: 200, text: '<html>Вход в сеть гостиницы</html>' },
      { status: 200, text: '{"id":"5"}' },
    );
    const program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    for (const expected of ['operator-error', 'operator-answer-malformed', 'operator-answer-malformed']) {
      await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
      expect(readCommand(program.cache, id)).toMatchObject({ state: 'waiting', error: code(expected) });
      world.elapse(program);
    }
    await until(program, id, 'accepted');
  });

  it('do not outlive a computer’s clock that is set back', async () => {
    world.operator.mishaps.push('refused');
    let program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    world.kill(program);
    world.time.value -= 40 * 24 * 3_600_000;
    program = world.start();
    await until(program, id, 'accepted');
  });
});

describe('the session', () => {
  it('that is over makes commands wait for the next sign-in', async () => {
    world.operator.state.token = 'new';
    const old = world.start({ token: 'old' });
    const first = old.outbox.submit(appeal('1'), '').id;
    const second = old.outbox.submit(appeal('2'), '').id;
    await vi.waitFor(() => expect(old.session.token).toBeNull(), PATIENT);
    await vi.waitFor(
      () =>
        expect(readCommand(old.cache, first)).toMatchObject({
          state: 'waiting',
          error: code('session-expired'),
          nextTryAt: null,
        }),
      PATIENT,
    );
    expect(readCommand(old.cache, second)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(world.operator.done).toEqual([]);
    expect(old.reached).not.toHaveBeenCalled();
    world.kill(old);
    const next = world.start({ token: 'new' });
    await until(next, second, 'accepted');
    expect(world.operator.done).toHaveLength(2);
  });

  it('that is not there yet is asked for, again and again with pauses, and used when it comes', async () => {
    const program = world.start({ token: null, canReach: true });
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(world.elapse(program)).toBe(5_000);
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(program.sleeps[0]?.ms).toBe(10_000);
    expect(program.reached).toHaveBeenCalledTimes(2);
    expect(readCommand(program.cache, id)).toMatchObject({ state: 'waiting', attempts: 0, error: null });
    program.session.token = 'token';
    program.outbox.wake();
    await until(program, id, 'accepted');
  });
});

describe('the person', () => {
  it('takes back what waits, and nothing of it is sent', async () => {
    world.operator.state.always = 'refused';
    const program = world.start();
    const { id } = program.outbox.submit(password, '');
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(program.outbox.cancel(id)).toMatchObject({ state: 'cancelled', finishedAt: NOON });
    expect(thrown(() => program.outbox.cancel(id))).toEqual(code('command-not-waiting'));
    expect(thrown(() => program.outbox.retry(id))).toEqual(code('command-not-waiting'));
    expect(thrown(() => program.outbox.cancel(99))).toEqual(code('not-found'));
    world.operator.state.always = null;
    program.outbox.wake();
    const { id: later } = program.outbox.submit(appeal('Вопрос'), '');
    await until(program, later, 'accepted');
    expect(world.operator.done.map(({ path }) => path)).toEqual(['/appeals']);
  });

  it('cannot take back what is on its way, or may have arrived', async () => {
    world.operator.mishaps.push('hangs-after');
    let program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    await vi.waitFor(() => expect(world.operator.done).toHaveLength(1), PATIENT);
    expect(thrown(() => program.outbox.cancel(id))).toEqual(code('command-not-waiting'));
    world.kill(program);
    // An answer «not now» and a refused connection later do not undo that the operator may have it.
    world.operator.mishaps.push({ status: 503, problem: { code: 'unavailable' } }, 'refused');
    program = world.start();
    for (const expected of ['operator-error', 'operator-unreachable']) {
      await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
      expect(readCommand(program.cache, id)).toMatchObject({ state: 'waiting', error: code(expected) });
      expect(thrown(() => program.outbox.cancel(id))).toEqual(code('command-may-be-done'));
      world.elapse(program);
    }
    await until(program, id, 'accepted');
    expect(world.operator.done).toHaveLength(1);
  });

  it('does not have to wait for a pause', async () => {
    world.operator.mishaps.push({ status: 503, problem: { code: 'unavailable' } });
    const program = world.start();
    const { id } = program.outbox.submit(appeal('Вопрос'), '');
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(program.outbox.retry(id)).toMatchObject({ state: 'waiting', nextTryAt: null });
    await until(program, id, 'accepted');
  });
});

describe('a password of a SIP line', () => {
  const stored = (cache: ReadableCache) =>
    row<{ secret: string | null; rest: string }>(
      cache,
      'SELECT secret, payload || search_text || coalesce(result, error) AS rest FROM outbox',
    );

  it.each<[CommandView['state'], Mishap | null]>([
    ['accepted', null],
    ['rejected', { status: 404, problem: { code: 'not-found' } }],
  ])('goes to the operator and is wiped when the command is %s', async (state, mishap) => {
    if (mishap) world.operator.mishaps.push('refused', mishap);
    else world.operator.mishaps.push('refused');
    const program = world.start();
    const { id, body } = program.outbox.submit(password, '');
    expect(body).toEqual({ subscriberId: 7 });
    await vi.waitFor(() => expect(program.sleeps).toHaveLength(1), PATIENT);
    expect(stored(program.cache)?.secret).toContain('Sekretnyj12345');
    world.elapse(program);
    await until(program, id, state);
    expect(stored(program.cache)?.secret).toBeNull();
    expect(JSON.stringify([stored(program.cache), program.seen])).not.toContain('Sekretnyj');
    expect(world.operator.done.map((one) => one.body)).toEqual(state === 'accepted' ? [password.body] : []);
  });
});
