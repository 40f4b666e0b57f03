import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { TariffPlan } from '../../../src-shared/domain/account';
import type { Money } from '../../../src-shared/domain/money';
import { rublesInWords } from '../../components/figures';
import type { Translate } from '../../i18n/translate';

export type Comparison = ProcedureOutput<'plans.compare'>;
export type Offer = Comparison['plans'][number];

/** Every plan that the page names. */
export const plansOf = ({ current, plans }: Comparison): readonly TariffPlan[] => [
  ...(current ? [current] : []),
  ...plans.map(({ plan }) => plan),
];

export const planTitle = (plans: readonly TariffPlan[], id: unknown): string =>
  plans.find((plan) => plan.id === id)?.title ?? '—';

export const sumOrNothing = (amount: Money | null | undefined, t: Translate): string =>
  amount === null || amount === undefined ? '—' : rublesInWords(amount, t);
