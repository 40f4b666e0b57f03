import { expect, it, vi } from 'vitest';
import type { Envelope } from '../../src-shared/bridge/procedure';
import { createCallGate } from './call-gate';

it('refuses what comes beyond the most, and goes on when something has ended', async () => {
  const gate = createCallGate(2);
  const ends: (() => void)[] = [];
  const serve = vi.fn(
    () => new Promise<Envelope<unknown>>((end) => ends.push(() => end({ ok: true, value: 1 }))),
  );
  const first = gate(serve);
  const second = gate(serve);
  const refused = { ok: false, error: { code: 'too-many-calls', params: {} } };
  expect(await gate(serve)).toEqual(refused);
  expect(serve).toHaveBeenCalledTimes(2);
  ends[0]?.();
  expect(await first).toEqual({ ok: true, value: 1 });
  const third = gate(() => Promise.reject(new Error('broken')));
  await expect(third).rejects.toThrow('broken');
  const fourth = gate(serve);
  expect(await gate(serve)).toEqual(refused);
  for (const end of ends) end();
  await Promise.all([second, fourth]);
});
