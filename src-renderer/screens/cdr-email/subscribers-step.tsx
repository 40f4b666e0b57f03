import { Group, Radio, Text } from '@mantine/core';
import { formatDay } from '../../../src-shared/domain/period';
import { CHOSEN_MAX } from '../../../src-shared/operator-api/commands';
import { fieldError } from '../../components/field-error';
import type { OrderForm } from '../../components/orders/order-page';
import { OwnListField } from '../../components/orders/own-list-field';
import { useOwnList } from '../../components/orders/use-own-list';
import { PageButtons } from '../../components/page-buttons';
import { SubscriberPick } from '../../components/subscriber-pick/subscriber-pick';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack } from '../../state/navigation';
import type { CdrOrderDraft } from './order-draft';

type SubscribersStepProps = OrderForm<'cdr-email'> & {
  draft: CdrOrderDraft;
  onChange: (part: Partial<CdrOrderDraft>) => void;
};

/** Whose calls: marked in the list, or «Ввести свой список абонентов». */
export function SubscribersStep(props: SubscribersStepProps) {
  const { draft, onChange, closed, busy, address, send } = props;
  const t = useT();
  const touched = useTouched();
  const own = useOwnList(draft.list);
  const { fromDay, toDay, direction, numbers } = draft;
  if (fromDay === null || toDay === null) return null;
  const order = (chosen: readonly string[]) => send({ fromDay, toDay, direction, numbers: [...chosen] });
  const pickFault =
    numbers.length === 0
      ? t('cdrEmail.nobody')
      : numbers.length > CHOSEN_MAX
        ? t('pick.limit', { limit: CHOSEN_MAX })
        : null;
  const submit = () => {
    touched.all();
    if (draft.own) return own.send(order);
    if (pickFault !== null) return false;
    order(numbers);
    return true;
  };
  return (
    <WorkForm wide onSubmit={submit} onEscape={goBack}>
      <Text>
        {t('cdrEmail.summary', {
          direction: t(`cdrs.kind.${direction}`),
          from: formatDay(fromDay),
          to: formatDay(toDay),
        })}
      </Text>
      <Radio.Group
        label={t('cdrEmail.who')}
        value={draft.own ? 'own' : 'list'}
        onChange={(value) => onChange({ own: value === 'own' })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="list" label={t('cdrEmail.fromList')} />
          <Radio value="own" label={t('ownList.label')} />
        </Group>
      </Radio.Group>
      {draft.own ? (
        <div style={{ maxWidth: 640 }}>
          <OwnListField
            value={draft.list}
            onChange={(list) => onChange({ list })}
            onBlur={() => draft.list !== '' && touched.leave('list')}
            fault={touched.shown('list') ? own.fault : null}
          />
        </div>
      ) : (
        <>
          <SubscriberPick
            chosen={numbers}
            onChange={(chosen) => onChange({ numbers: chosen })}
            limit={CHOSEN_MAX}
          />
          {touched.shown('numbers') && pickFault && (
            <Text role="alert" c="var(--cabinet-warning)">
              {fieldError(pickFault)}
            </Text>
          )}
        </>
      )}
      {address && (
        <Text c="dimmed" maw="86ch">
          {t('cdrEmail.address', { address })}
        </Text>
      )}
      <PageButtons
        back
        next={{ submit: true, label: t('cdrEmail.form'), disabled: closed, loading: busy || own.checking }}
      />
    </WorkForm>
  );
}
