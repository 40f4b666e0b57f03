import { expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';
import { createDiagnosis, type DiagnosisDependencies } from './diagnosis';

const access = async () => ({ databasePath: '/cache.db', databaseKey: '0f', madeAt: 1 });
const closed = { phase: 'signed-out' } as SessionView;

const setUp = (result: () => Promise<boolean>, given: Partial<DiagnosisDependencies> = {}) => {
  const onDamage = vi.fn();
  const cancel = vi.fn();
  const check = vi.fn(() => ({ finished: result(), cancel }));
  const facts = () => Promise.reject(new Error('not asked for'));
  return { ...createDiagnosis({ access, check, onDamage, facts, ...given }), onDamage, cancel, check };
};

it('has a damaged cache replaced, and a sound one left', async () => {
  const sound = setUp(async () => true);
  expect(await sound.handlers['diagnosis.check']()).toEqual({ sound: true });
  expect(sound.onDamage).not.toHaveBeenCalled();
  const damaged = setUp(async () => false);
  expect(await damaged.handlers['diagnosis.check']()).toEqual({ sound: false });
  expect(damaged.onDamage).toHaveBeenCalledOnce();
});

it('checks once at a time', async () => {
  const running: ((sound: boolean) => void)[] = [];
  const { handlers } = setUp(() => new Promise((resolve) => running.push(resolve)));
  const begun = (count: number) => vi.waitFor(() => expect(running).toHaveLength(count));
  const first = handlers['diagnosis.check']();
  await expect(handlers['diagnosis.check']()).rejects.toMatchObject({ code: 'too-many-calls' });
  await begun(1);
  running[0]?.(true);
  expect(await first).toEqual({ sound: true });
  const again = handlers['diagnosis.check']();
  await begun(2);
  running[1]?.(true);
  expect(await again).toEqual({ sound: true });
});

it('gives a check up when the account is closed, also one that has not begun to read', async () => {
  let stop = (_: Error): void => {};
  const reading = setUp(() => new Promise((_, reject) => (stop = reject)));
  reading.cancel.mockImplementation(() => stop(new CabinetError('cancelled')));
  const answer = reading.handlers['diagnosis.check']();
  await vi.waitFor(() => expect(reading.check).toHaveBeenCalled());
  reading.onSession({ phase: 'signed-in' } as SessionView);
  expect(reading.cancel).not.toHaveBeenCalled();
  reading.onSession(closed);
  await expect(answer).rejects.toMatchObject({ code: 'cancelled' });

  const asking = setUp(async () => true);
  const early = asking.handlers['diagnosis.check']();
  asking.onSession(closed);
  await expect(early).rejects.toMatchObject({ code: 'cancelled' });
  expect(asking.check).not.toHaveBeenCalled();
});
