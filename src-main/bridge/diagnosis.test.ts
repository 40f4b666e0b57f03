import { expect, it, vi } from 'vitest';
import { createDiagnosisHandlers, type DiagnosisDependencies } from './diagnosis';

const setUp = (check: DiagnosisDependencies['check']) => {
  const onDamage = vi.fn();
  const access = async () => ({ databasePath: '/cache.db', databaseKey: '0f', madeAt: 1 });
  const facts = () => Promise.reject(new Error('not asked for'));
  return { handlers: createDiagnosisHandlers({ access, check, onDamage, facts }), onDamage };
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
