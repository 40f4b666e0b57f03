import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DemoState } from '../../../src-shared/bridge/program';
import { addMonthsToDay, DAY_MS, dayOf, formatDay, startOfDay } from '../../../src-shared/domain/period';
import { fieldError } from '../../components/field-error';
import { minutes } from '../../components/figures';
import { ButtonRow } from '../../components/section';
import { useT } from '../../i18n/use-t';
import { callBridge } from '../../state/bridge';
import { parseDayTime } from './day-time';
import type { RunSwitch } from './demo-page';

type DemoClockProps = { demo: DemoState; run: RunSwitch; busy: boolean };

/** Sets the operator's day and time, by hand or by steps an accountant thinks in. */
export function DemoClock({ demo, run, busy }: DemoClockProps) {
  const t = useT();
  const [text, setText] = useState(() => minutes(demo.operatorTime));
  const [wrong, setWrong] = useState(false);
  const set = (at: number | null) => {
    setWrong(false);
    if (at !== null) setText(minutes(at));
    void run(callBridge('demo.setClock', { at }), 'demo.clockDone');
  };
  const nextMonth = startOfDay(`${addMonthsToDay(dayOf(demo.operatorTime), 1).slice(0, 7)}-01`);
  const submit = () => {
    const at = parseDayTime(text);
    if (at === null) setWrong(true);
    else set(at);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Text>
        {t('demo.clockNow', { time: minutes(demo.operatorTime) })}.{' '}
        {t(demo.clockSet ? 'demo.clockSet' : 'demo.clockReal')}
      </Text>
      <TextInput
        my={10}
        w={260}
        label={t('demo.clockPick')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={wrong ? fieldError(t('demo.clockWrong')) : null}
        spellCheck={false}
      />
      <ButtonRow>
        <Button type="submit" disabled={busy}>
          {t('demo.clockApply')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => set(demo.operatorTime + DAY_MS)}>
          {t('demo.clockDayLater')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => set(nextMonth)}>
          {formatDay(dayOf(nextMonth))}
        </Button>
        <Button variant="default" disabled={busy || !demo.clockSet} onClick={() => set(null)}>
          {t('demo.clockBack')}
        </Button>
      </ButtonRow>
    </form>
  );
}
