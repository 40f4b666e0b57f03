import type { MonthChoice } from '../../../src-shared/bridge/cabinet';
import type { YearMonth } from '../../../src-shared/domain/period';
import { orderableInvoiceMonths } from '../../../src-shared/domain/rules';
import { fieldError } from '../../components/field-error';
import { MonthSelect } from '../../components/month-select';
import { useT } from '../../i18n/use-t';
import { useProcedure } from '../../state/procedures';
import { useOperatorNow } from '../../state/sync';

type OrderableMonth = {
  choices: readonly MonthChoice[];
  month: YearMonth | null;
  /** Known not to have an invoice. */
  missing: boolean;
};

/** The chosen one of the months whose invoice can be ordered, the newest until one is chosen (guide §2.3.1–2). */
export function useOrderableMonth(chosen: YearMonth | null): OrderableMonth {
  const invoices = useProcedure('account.invoices', undefined).data?.items;
  const months = orderableInvoiceMonths(useOperatorNow());
  const month = months.find((one) => one === chosen) ?? months[0] ?? null;
  return {
    choices: months.map((one) => ({ month: one, kind: 'operator' })),
    month,
    missing: invoices !== undefined && !invoices.some((invoice) => invoice.month === month),
  };
}

type InvoiceMonthProps = {
  label: string;
  choice: OrderableMonth;
  onChange: (part: { month: YearMonth }) => void;
};

export function InvoiceMonth({ label, choice: { choices, month, missing }, onChange }: InvoiceMonthProps) {
  const t = useT();
  return (
    <MonthSelect
      label={label}
      items={choices}
      value={month}
      onChange={(one) => onChange({ month: one })}
      currentLabel=""
      error={missing ? fieldError(t('orders.noInvoice')) : null}
    />
  );
}
