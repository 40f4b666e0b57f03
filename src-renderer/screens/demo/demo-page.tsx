import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { CabinetError } from '../../../src-shared/bridge/errors';
import type { DemoState } from '../../../src-shared/bridge/program';
import { Page, TextSkeleton } from '../../components/page';
import { openPostBox } from '../../components/post/post-box';
import { setDemo } from '../../components/post/use-demo';
import { ButtonRow, Section } from '../../components/section';
import { ErrorState } from '../../components/states';
import type { MessageKey } from '../../i18n/messages';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { tellDone, tellError } from '../../state/notices';
import { useProcedure } from '../../state/procedures';
import { SizeChoice } from '../settings/size-choice';
import { DemoClock } from './demo-clock';
import { DemoEvents } from './demo-events';
import { DemoFaults, numbersKey } from './demo-faults';
import { DemoPayments } from './demo-payments';

/** Runs a switch of the operator, takes its new state over and says what was done. */
export type RunSwitch = (call: Promise<DemoState>, done: MessageKey | (() => string)) => Promise<void>;

/** «Демонстрационный оператор»: the embedded operator's switches. */
export function DemoPage() {
  const t = useT();
  const { data: demo, error, refetch } = useProcedure('demo.state', undefined);
  const [busy, setBusy] = useState(false);
  const run: RunSwitch = async (call, done) => {
    setBusy(true);
    try {
      setDemo(await call);
      tellDone(typeof done === 'string' ? t(done) : done());
    } catch (fault) {
      tellError(fault);
    } finally {
      setBusy(false);
    }
  };
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (demo === undefined) return <TextSkeleton />;
  return (
    <Page title={t('pages.demo')} intro={t('demo.intro')}>
      {demo === null ? (
        <ErrorState error={new CabinetError('not-available')} />
      ) : (
        <>
          <Section title={t('demo.clock')}>
            <DemoClock demo={demo} run={run} busy={busy} />
          </Section>
          <Section title={t('demo.size')}>
            <SizeChoice
              size={demo.size}
              disabled={busy}
              onChange={(size) => void run(callBridge('demo.setSize', { size }), 'demo.sizeDone')}
            />
          </Section>
          <Section title={t('demo.faults')}>
            <DemoFaults key={numbersKey(demo.faults)} faults={demo.faults} run={run} busy={busy} />
          </Section>
          <Section title={t('demo.payments')}>
            <DemoPayments held={demo.paymentsHeld} run={run} busy={busy} />
          </Section>
          <Section title={t('demo.events')}>
            <DemoEvents run={run} busy={busy} />
          </Section>
          <Section title={t('post.title')}>
            <Text c="dimmed">{t('demo.address', { url: demo.url })}</Text>
            <ButtonRow>
              <Button variant="default" onClick={openPostBox}>
                {t('demo.openPost')}
              </Button>
            </ButtonRow>
          </Section>
        </>
      )}
    </Page>
  );
}
