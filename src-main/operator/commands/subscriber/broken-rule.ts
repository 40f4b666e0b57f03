import type { RuleName } from '../../../../src-shared/domain/rules';
import { Refusal } from '../../problems';

/** A refusal by a rule, with the reason for people. */
export const brokenRule = (
  rule: RuleName,
  detail: string,
  more: { field?: string; retryAt?: number } = {},
): Refusal => new Refusal('rule-violated', { rule, detail, ...more });
