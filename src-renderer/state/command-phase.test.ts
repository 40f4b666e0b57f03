import { expect, it } from 'vitest';
import { phaseOf } from './command-phase';

const fault = { code: 'operator-unreachable' as const, params: {} };

it('is only called waiting when nothing is going to happen by itself at once', () => {
  expect(phaseOf({ state: 'waiting', error: null }, true)).toBe('sending');
  expect(phaseOf({ state: 'waiting', error: null }, false)).toBe('waiting');
  expect(phaseOf({ state: 'waiting', error: fault }, true)).toBe('waiting');
  expect(phaseOf({ state: 'rejected', error: fault }, false)).toBe('rejected');
});
