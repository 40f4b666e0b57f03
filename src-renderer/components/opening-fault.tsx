import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ErrorCode, toBridgeError } from '../../src-shared/bridge/errors';
import { useT } from '../i18n/use-t';
import { callBridge } from '../state/bridge';
import { tellDone, tellError } from '../state/notices';
import { ButtonRow } from './section';
import { ErrorState } from './states';

/** Faults of this computer, not of the person's input or of the operator: somebody may have to look at its files. */
const OF_THE_MACHINE: readonly ErrorCode[] = [
  'cache-damaged',
  'cache-newer',
  'program-incomplete',
  'disk-full',
  'data-not-writable',
  'file-busy',
  'internal',
  'core-stopped',
];

type OpeningFaultProps = {
  error: unknown;
  /** What else can be done about it. */
  action?: ReactNode;
};

/** What kept the account from opening; a fault of this computer comes with its folder and the facts for whoever helps. */
export function OpeningFault({ error, action }: OpeningFaultProps) {
  const t = useT();
  if (!OF_THE_MACHINE.includes(toBridgeError(error).code))
    return <ErrorState error={error} action={action} />;
  const openFolder = () => void callBridge('program.openDataFolder').catch(tellError);
  const copyFacts = async () => {
    try {
      const { text } = await callBridge('diagnosis.report');
      await callBridge('program.copyText', { text });
      tellDone(t('diagnosis.copied'));
    } catch (fault) {
      tellError(fault);
    }
  };
  return (
    <ErrorState
      error={error}
      action={
        <ButtonRow>
          {action}
          <Button variant="default" onClick={openFolder}>
            {t('settings.openFolder')}
          </Button>
          <Button variant="default" onClick={() => void copyFacts()}>
            {t('diagnosis.copyFacts')}
          </Button>
        </ButtonRow>
      }
    />
  );
}
