import { Radio, Stack, Text } from '@mantine/core';
import { Outcome } from '../../components/command/outcome';
import { type OrderForm, OrderPage } from '../../components/orders/order-page';
import { OwnListField } from '../../components/orders/own-list-field';
import { useOwnList } from '../../components/orders/use-own-list';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { useDraft } from '../../state/drafts';
import { goBack } from '../../state/navigation';

type Fields = { own: boolean; list: string };
const FIRST: Fields = { own: false, list: '' };

/** «Начисления за текущий период»: a preliminary invoice of the account or of an own list (guide §2.3.5). */
export function ChargesEmail() {
  const t = useT();
  return (
    <OrderPage
      kind="charges-email"
      intro={t('chargesEmail.about')}
      done={({ address }) => <Outcome tone="good" title={t('chargesEmail.done', { address })} />}
    >
      {(form) => <Form {...form} />}
    </OrderPage>
  );
}

function Form({ closed, busy, address, send }: OrderForm<'charges-email'>) {
  const t = useT();
  const touched = useTouched();
  const { value, change } = useDraft<Fields>('order-charges-email', FIRST);
  const own = useOwnList(value.list);
  const submit = () => {
    touched.all();
    if (value.own) return own.send((numbers) => send({ numbers: [...numbers] }));
    send({ numbers: null });
    return true;
  };
  return (
    <WorkForm onSubmit={submit} onEscape={goBack}>
      <Radio.Group
        label={t('chargesEmail.choose')}
        value={value.own ? 'own' : 'account'}
        onChange={(choice) => change({ own: choice === 'own' })}
      >
        <Stack gap={8} mt={8}>
          <Radio value="account" label={t('chargesEmail.account')} />
          <Radio value="own" label={t('ownList.label')} />
        </Stack>
      </Radio.Group>
      {value.own && (
        <OwnListField
          value={value.list}
          onChange={(list) => change({ list })}
          onBlur={() => value.list !== '' && touched.leave('list')}
          fault={touched.shown('list') ? own.fault : null}
        />
      )}
      {address && <Text c="dimmed">{t('chargesEmail.address', { address })}</Text>}
      <PageButtons next={{ submit: true, disabled: closed, loading: busy || own.checking }} />
    </WorkForm>
  );
}
