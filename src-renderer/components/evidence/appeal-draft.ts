import { APPEAL_TEXT_MAX, type Appeal, type Evidence } from '../../../src-shared/domain/requests';
import { clearDraft, readDraft, setDraft } from '../../state/drafts';
import { navigate } from '../../state/navigation';

/** Rows that one request takes as evidence. */
export const EVIDENCE_MAX = 20;

type AppealDraft = { topic: Appeal['topic'] | null; text: string; evidence: readonly Evidence[] };

export const emptyAppeal: AppealDraft = { topic: null, text: '', evidence: [] };

/** Each subscriber's request, and the account's, is typed by itself. */
export const appealForm = (subscriberId: number | null): string => `appeal.${subscriberId ?? 'account'}`;

const topicOf: Record<Evidence['kind'], Appeal['topic']> = {
  cdr: 'cdr',
  charge: 'billing',
  invoice: 'billing',
  payment: 'billing',
  document: 'documents',
};

/** The evidence with one more; the same record is not put twice, and more than the limit is not taken. */
export function withEvidence(before: readonly Evidence[], more: Evidence): readonly Evidence[] {
  if (before.some(({ kind, text }) => kind === more.kind && text === more.text)) return before;
  return before.length < EVIDENCE_MAX ? [...before, more] : before;
}

/** Opens a new request with the evidence added to what is typed there already. */
export function startAppeal(evidence: Evidence, subscriberId: number | null): void {
  const form = appealForm(subscriberId);
  const typed: AppealDraft = { ...emptyAppeal, ...readDraft(form) };
  clearDraft(form);
  setDraft(form, {
    topic: typed.topic ?? topicOf[evidence.kind],
    text: typed.text.slice(0, APPEAL_TEXT_MAX),
    evidence: withEvidence(typed.evidence, evidence),
  });
  if (subscriberId === null) navigate('appeal-new');
  else navigate('subscriber-appeal-new', { subscriberId });
}
