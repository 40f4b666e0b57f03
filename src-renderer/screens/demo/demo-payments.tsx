import { Button, Stack, Switch } from '@mantine/core';
import { formatSum } from '../../../src-shared/domain/money';
import { ButtonRow } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import type { RunSwitch } from './demo-page';

/** What the company's bank does: pays the latest invoice, or keeps the planned payments back. */
export function DemoPayments({ held, run, busy }: { held: boolean; run: RunSwitch; busy: boolean }) {
  const t = useT();
  const pay = () => {
    let amount = 0;
    const paid = callBridge('demo.payInvoice').then((answer) => {
      amount = answer.amount;
      return answer.state;
    });
    return run(paid, () => (amount > 0 ? t('demo.paid', { sum: formatSum(amount) }) : t('demo.nothingDue')));
  };
  return (
    <Stack gap={12}>
      <Switch
        label={t('demo.held')}
        description={t('demo.heldHint')}
        checked={held}
        disabled={busy}
        onChange={({ currentTarget: { checked } }) =>
          void run(
            callBridge('demo.holdPayments', { held: checked }),
            checked ? 'demo.heldDone' : 'demo.releasedDone',
          )
        }
      />
      <ButtonRow>
        <Button variant="default" disabled={busy} onClick={() => void pay()}>
          {t('demo.pay')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}
