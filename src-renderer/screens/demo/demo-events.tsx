import { Button, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import type { RunSwitch } from './demo-page';

/** What an operator does behind its clients' backs: late and corrected records, ended sessions. */
export function DemoEvents({ run, busy }: { run: RunSwitch; busy: boolean }) {
  const t = useT();
  const [count, setCount] = useState(10);
  return (
    <Stack gap={12}>
      <ButtonRow>
        <NumberInput
          w={160}
          label={t('demo.count')}
          value={count}
          min={1}
          max={1000}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => setCount(Math.max(1, Number(value) || 1))}
        />
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void run(callBridge('demo.addLateCdrs', { count }), 'demo.lateDone')}
        >
          {t('demo.late')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void run(callBridge('demo.correctCdrs', { count }), 'demo.correctedDone')}
        >
          {t('demo.corrected')}
        </Button>
      </ButtonRow>
      <ButtonRow>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void run(callBridge('demo.expireSessions'), 'demo.expireDone')}
        >
          {t('demo.expire')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}
