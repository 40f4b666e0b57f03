import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { formatSum } from '../../../src-shared/domain/money';
import { dayOf, formatDay } from '../../../src-shared/domain/period';
import { formingEnds } from '../../../src-shared/domain/rules';
import { useT } from '../../i18n/use-t';
import { useOperatorNow } from '../../state/sync';
import { RuleNote } from '../command/notes';

/** Why a month has no documents, or not all of them; nothing when it has. */
export function MonthStateNote({ facts }: { facts: ProcedureOutput<'documents.month'> }) {
  const t = useT();
  const now = useOperatorNow();
  const { state, invoice, totals } = facts;
  if (state === 'ready') return null;
  return (
    <RuleNote title={t(`documents.state.${state}`)}>
      {t(`documents.state.${state}.hint`, {
        time: formatDay(dayOf(formingEnds(now))),
        here: formatSum(totals.gross),
        billed: formatSum(invoice?.gross ?? 0),
      })}
    </RuleNote>
  );
}
