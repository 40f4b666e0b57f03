import { describe, expect, it } from 'vitest';
import { CabinetError, type ErrorCode, type ErrorParams } from '../../../src-shared/bridge/errors';
import { PassingFault } from '../faults';
import { judge } from './verdict';

const NOW = 1_000_000;
const passing = (code: ErrorCode, params: ErrorParams, retryAfterMs: number | null = null) =>
  judge(new PassingFault(code, params, retryAfterMs), NOW);
const final = (code: ErrorCode, params: ErrorParams = {}) => judge(new CabinetError(code, params), NOW);

describe('a try that brought no «done»', () => {
  it.each([
    ['ECONNREFUSED', false],
    ['ERR_INTERNET_DISCONNECTED', false],
    ['ERR_NAME_NOT_RESOLVED', false],
    ['ERR_CERT_AUTHORITY_INVALID', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', false],
    ['CERT_HAS_EXPIRED', false],
    ['ECONNRESET', true],
    ['ERR_CONNECTION_RESET', true],
    ['UND_ERR_SOCKET', true],
    ['timeout', true],
    ['network', true],
  ])('ended by %s: done all the same is possible: %s', (reason, mayBeDone) => {
    expect(passing('operator-unreachable', { reason })).toMatchObject({
      kind: 'later',
      mayBeDone,
      networkGone: true,
    });
  });

  it.each([
    [503, false],
    [500, true],
    [502, true],
    [403, false],
  ])('answered %i by somebody: done all the same is possible: %s', (status, mayBeDone) => {
    expect(passing('operator-error', { status })).toMatchObject({
      kind: 'later',
      mayBeDone,
      networkGone: false,
    });
  });

  it('waits as the operator says, in seconds or until an instant', () => {
    expect(passing('rate-limited', {}, 7_000)).toMatchObject({
      kind: 'later',
      retryAfterMs: 7_000,
      mayBeDone: false,
    });
    expect(final('too-many-attempts', { retryAt: NOW + 9_000 })).toMatchObject({ retryAfterMs: 9_000 });
  });

  it('is final only when the operator has judged the command itself', () => {
    expect(final('operator-refused', { code: 'rule-violated' }).kind).toBe('refused');
    expect(final('not-found').kind).toBe('refused');
    expect(final('session-expired').kind).toBe('sign-in');
    expect(final('password-change-required').kind).toBe('sign-in');
    expect(final('cancelled').kind).toBe('stopped');
    expect(final('operator-answer-malformed')).toMatchObject({ kind: 'later', mayBeDone: true });
    expect(judge(new Error('a mistake of ours'), NOW)).toMatchObject({
      kind: 'later',
      error: { code: 'internal' },
      mayBeDone: true,
    });
  });
});
