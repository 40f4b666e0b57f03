import { Button, NumberInput, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import type { DemoFaults as Faults } from '../../../src-shared/bridge/program';
import { ButtonRow } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import type { RunSwitch } from './demo-page';

const NONE: Faults = { offline: false, latencyMs: 0, serverErrors: 0, cutBodies: 0, duplicateCdrs: false };

/** Other numbers at the operator are other fields; a switch leaves the fields and the focus as they are. */
export const numbersKey = ({ latencyMs, serverErrors, cutBodies }: Faults): string =>
  [latencyMs, serverErrors, cutBodies].join(' ');

type DemoFaultsProps = { faults: Faults; run: RunSwitch; busy: boolean };

/** Disturbs the connection on purpose. Switches act at once, numbers when they are applied. */
export function DemoFaults({ faults, run, busy }: DemoFaultsProps) {
  const t = useT();
  const [numbers, setNumbers] = useState({
    latencyMs: faults.latencyMs,
    serverErrors: faults.serverErrors,
    cutBodies: faults.cutBodies,
  });
  const apply = (change: Partial<Faults>) => run(callBridge('demo.setFaults', change), 'demo.faultsDone');
  const field = (name: keyof typeof numbers, label: string, max: number) => (
    <NumberInput
      w={260}
      label={label}
      value={numbers[name]}
      min={0}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) => setNumbers({ ...numbers, [name]: Number(value) || 0 })}
    />
  );
  return (
    <Stack gap={12}>
      <Switch
        label={t('demo.offline')}
        description={t('demo.offlineHint')}
        checked={faults.offline}
        onChange={(event) => void apply({ offline: event.currentTarget.checked })}
      />
      <Switch
        label={t('demo.duplicates')}
        description={t('demo.duplicatesHint')}
        checked={faults.duplicateCdrs}
        onChange={(event) => void apply({ duplicateCdrs: event.currentTarget.checked })}
      />
      <ButtonRow>
        {field('latencyMs', t('demo.latency'), 60_000)}
        {field('serverErrors', t('demo.serverErrors'), 1000)}
        {field('cutBodies', t('demo.cutBodies'), 1000)}
      </ButtonRow>
      <ButtonRow>
        <Button variant="default" disabled={busy} onClick={() => void apply(numbers)}>
          {t('demo.applyFaults')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void apply(NONE)}>
          {t('demo.clearFaults')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}
