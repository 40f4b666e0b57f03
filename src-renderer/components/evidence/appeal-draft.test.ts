import { expect, it } from 'vitest';
import type { Evidence } from '../../../src-shared/domain/requests';
import { EVIDENCE_MAX, withEvidence } from './appeal-draft';

const evidence = (text: string): Evidence => ({ kind: 'cdr', text, recordId: null });

it('takes a record once and no more than a request holds', () => {
  const one = [evidence('a')];
  expect(withEvidence(one, evidence('a'))).toBe(one);
  expect(withEvidence(one, { ...evidence('a'), kind: 'charge' })).toHaveLength(2);
  const full = Array.from({ length: EVIDENCE_MAX }, (_, at) => evidence(String(at)));
  expect(withEvidence(full, evidence('one more'))).toBe(full);
});
