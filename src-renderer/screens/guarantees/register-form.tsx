import { Alert, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { formatSum, type Money } from '../../../src-shared/domain/money';
import { type CalendarDay, formatDay } from '../../../src-shared/domain/period';
import { DayInput } from '../../components/day-input';
import { Fact, FactList } from '../../components/facts';
import { fieldError } from '../../components/field-error';
import { rublesInWords } from '../../components/figures';
import { monthWords } from '../../components/month-words';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import type { MessageKey } from '../../i18n/messages';
import { useLanguage, useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { goBack } from '../../state/navigation';
import { promiseDayFault, type RegisterTerms, readPromise } from './register-rules';

/** Name of the draft. */
export const REGISTER_FORM = 'register-payment';
type Fields = { amount: string; day: CalendarDay | null };

type RegisterFormProps = {
  terms: RegisterTerms;
  busy: boolean;
  onSend: (body: { amount: Money; promisedOn: CalendarDay }) => void;
};

/** The sum and the day, a look at both, then the request goes to the operator. */
export function RegisterForm({ terms, busy, onSend }: RegisterFormProps) {
  const [confirming, setConfirming] = useState(false);
  const first: Fields = { amount: formatSum(terms.debt), day: null };
  const { value, change } = useDraft<Fields>(REGISTER_FORM, first);
  const amount = readPromise(value.amount, terms.debt);
  const dayFault = promiseDayFault(value.day, terms);
  if (confirming && typeof amount === 'number' && dayFault === null && value.day !== null) {
    return (
      <Confirm
        terms={terms}
        amount={amount}
        day={value.day}
        busy={busy}
        onBack={() => setConfirming(false)}
        onSend={onSend}
      />
    );
  }
  return (
    <Fill
      terms={terms}
      value={value}
      onChange={change}
      amountFault={typeof amount === 'number' ? null : amount}
      dayFault={dayFault}
      onNext={() => setConfirming(true)}
    />
  );
}

type FillProps = {
  terms: RegisterTerms;
  value: Fields;
  onChange: (part: Partial<Fields>) => void;
  amountFault: MessageKey | null;
  dayFault: MessageKey | null;
  onNext: () => void;
};

function Fill({ terms, value, onChange, amountFault, dayFault, onNext }: FillProps) {
  const t = useT();
  const touched = useTouched();
  const words = { sum: formatSum(terms.debt), day: formatDay(terms.last) };
  const wrong = (field: string, fault: MessageKey | null) =>
    touched.shown(field) && fault ? fieldError(t(fault, words)) : null;
  const next = () => {
    touched.all();
    if (amountFault || dayFault) return false;
    onNext();
    return true;
  };
  return (
    <WorkForm onSubmit={next} onEscape={goBack}>
      <InvoiceFacts terms={terms} />
      <TextInput
        label={t('register.amount')}
        description={t('register.amountHint', words)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.amount}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
        onBlur={() => touched.leave('amount')}
        error={wrong('amount', amountFault)}
        inputMode="decimal"
        autoComplete="off"
        styles={{ wrapper: { width: 200 } }}
      />
      <DayInput
        label={t('register.day')}
        description={t('register.dayHint', words)}
        value={value.day}
        min={terms.first}
        max={terms.last}
        shown={terms.first}
        onChange={(day) => {
          onChange({ day });
          touched.leave('day');
        }}
        error={wrong('day', dayFault)}
      />
      <Warning />
      <PageButtons back next={{ submit: true }} />
    </WorkForm>
  );
}

function InvoiceFacts({ terms: { invoice, debt } }: { terms: RegisterTerms }) {
  const t = useT();
  const language = useLanguage();
  return (
    <FactList>
      <Fact label={t('register.invoice')}>
        {t('register.invoiceWords', { number: invoice.number, month: monthWords(invoice.month, language) })}
      </Fact>
      <Fact label={t('invoices.dueOn')}>{formatDay(invoice.dueOn)}</Fact>
      <Fact label={t('invoices.amountDue')}>{rublesInWords(debt, t)}</Fact>
    </FactList>
  );
}

/** The guide's warning. */
function Warning() {
  const t = useT();
  return (
    <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      {t('register.warning')}
    </Alert>
  );
}

type ConfirmProps = {
  terms: RegisterTerms;
  amount: Money;
  day: CalendarDay;
  busy: boolean;
  onBack: () => void;
  onSend: RegisterFormProps['onSend'];
};

function Confirm({ terms, amount, day, busy, onBack, onSend }: ConfirmProps) {
  const t = useT();
  return (
    <WorkForm onSubmit={() => onSend({ amount, promisedOn: day })} onEscape={onBack}>
      <InvoiceFacts terms={terms} />
      <FactList>
        <Fact label={t('register.amount')}>{rublesInWords(amount, t)}</Fact>
        <Fact label={t('register.day')}>{formatDay(day)}</Fact>
      </FactList>
      <Warning />
      <PageButtons
        menu={false}
        back={onBack}
        next={{ submit: true, label: t('guarantees.register'), loading: busy }}
      />
    </WorkForm>
  );
}
