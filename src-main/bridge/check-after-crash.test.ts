import { expect, it, vi } from 'vitest';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { SessionView } from '../../src-shared/bridge/session';
import { type CacheCheck, createCheckAfterCrash } from './check-after-crash';

const ACCESS = { databasePath: '/data/cache.db', databaseKey: '0f'.repeat(32), madeAt: 1 };
const CLOSED = { phase: 'signed-out' } as SessionView;
const OPEN = { phase: 'signed-in' } as SessionView;

function setUp() {
  const checks: { end(sound: boolean): void; fail(error: unknown): void; cancel: CacheCheck['cancel'] }[] =
    [];
  const onDamage = vi.fn();
  const onFault = vi.fn();
  const check = createCheckAfterCrash({
    access: async () => ACCESS,
    check() {
      let end = (_: boolean): void => undefined;
      let fail = (_: unknown): void => undefined;
      const finished = new Promise<boolean>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
      const cancel = vi.fn(() => fail(new CabinetError('cancelled')));
      checks.push({ end, fail, cancel });
      return { finished, cancel };
    },
    onDamage,
    onFault,
  });
  return { check, checks, onDamage, onFault };
}

it('tells damage, and nothing when the cache is sound', async () => {
  const { check, checks, onDamage, onFault } = setUp();
  for (const [at, sound] of [true, false].entries()) {
    const begun = check.begin();
    await vi.waitFor(() => expect(checks).toHaveLength(at + 1));
    check.onSession(OPEN);
    checks[at]?.end(sound);
    await begun;
    expect(onDamage).toHaveBeenCalledTimes(sound ? 0 : 1);
  }
  expect(onFault).not.toHaveBeenCalled();
});

it('is given up when the account is closed, which is no fault', async () => {
  const { check, checks, onDamage, onFault } = setUp();
  const begun = check.begin();
  await vi.waitFor(() => expect(checks).toHaveLength(1));
  check.onSession(CLOSED);
  await begun;
  expect(checks[0]?.cancel).toHaveBeenCalledOnce();
  expect(onDamage).not.toHaveBeenCalled();
  expect(onFault).not.toHaveBeenCalled();
});

it('logs what went wrong with the check itself', async () => {
  const { check, checks, onDamage, onFault } = setUp();
  const begun = check.begin();
  await vi.waitFor(() => expect(checks).toHaveLength(1));
  const fault = new Error('no process');
  checks[0]?.fail(fault);
  await begun;
  expect(onFault).toHaveBeenCalledWith(fault);
  expect(onDamage).not.toHaveBeenCalled();
});
