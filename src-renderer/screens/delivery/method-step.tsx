import { Group, Radio } from '@mantine/core';
import { type Delivery, deliveryMethods } from '../../../src-shared/domain/account';
import { fieldError } from '../../components/field-error';
import { PageButtons } from '../../components/page-buttons';
import { useTouched } from '../../components/use-touched';
import { WorkForm } from '../../components/work-form';
import { useT } from '../../i18n/use-t';
import { goBack, navigate } from '../../state/navigation';
import styles from './delivery.module.css';
import type { DeliveryDraft } from './delivery-change';

export type StepProps = {
  current: Delivery;
  draft: DeliveryDraft;
  onChange: (part: Partial<DeliveryDraft>) => void;
};

/** «Выберите способ доставки» with the guide's explanations. */
export function MethodStep({ current, draft, onChange }: StepProps) {
  const t = useT();
  const touched = useTouched();
  const method = draft.method ?? current.method;
  const same = method === 'self' && current.method === 'self';
  const submit = () => {
    touched.all();
    if (same) return false;
    onChange({ method });
    navigate('delivery', { step: method === 'self' ? 'confirm' : 'address' });
    return true;
  };
  return (
    <WorkForm wide onSubmit={submit} onEscape={goBack}>
      <dl className={styles.term}>
        <dt>{t('delivery.email')}</dt>
        <dd>{t('delivery.emailAbout')}</dd>
        <dt>{t('delivery.self')}</dt>
        <dd>{t('delivery.selfAbout')}</dd>
      </dl>
      <Radio.Group
        label={t('delivery.choose')}
        value={method}
        onChange={(value) => onChange({ method: value as Delivery['method'] })}
        error={touched.shown('method') && same ? fieldError(t('delivery.sameMethod')) : null}
      >
        <Group gap="lg" my={6}>
          {[...deliveryMethods].reverse().map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(one === 'self' ? 'account.delivery.self' : 'delivery.byEmail')}
            />
          ))}
        </Group>
      </Radio.Group>
      <PageButtons menu={false} back next={{ submit: true }} />
    </WorkForm>
  );
}
