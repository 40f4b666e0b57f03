import { expect, it } from 'vitest';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { type ProblemCode, problemCodes } from '../../../src-shared/operator-api/problems';
import { refusal } from '../../sync/faults';
import { reasonWords } from './command-words';

/** Said of a sign-in or of a feed, never of a command. */
const OF_OTHERS: readonly ProblemCode[] = [
  'wrong-credentials',
  'temporary-password-expired',
  'code-expired',
  'category-closed',
  'resync-required',
];
const nothingKnown = reasonWords({ code: 'internal', params: {} });

it.each(problemCodes.filter((code) => !OF_OTHERS.includes(code)))(
  'a document says why the operator has not done a command: %s',
  (code) => {
    const problem = JSON.stringify({ type: 'about:blank', title: 'Отказ', status: 409, code });
    const words = reasonWords(refusal(409, new Headers(), problem, 0).toBridge());
    expect(words).not.toBe(nothingKnown);
  },
);

it('a document says that nobody knows what became of a command out of a copy', () => {
  const { code, params } = new CabinetError('command-outcome-unknown');
  expect(reasonWords({ code, params })).toContain('неизвестно');
});
