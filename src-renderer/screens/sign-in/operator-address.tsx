import { Anchor } from '@mantine/core';
import { IconServer } from '@tabler/icons-react';
import { useState } from 'react';
import type { Settings } from '../../../src-shared/bridge/settings';
import { loadCabinet, useCabinetParts } from '../../components/cabinet/load-cabinet';
import { useT } from '../../i18n/use-t';
import { useSettings } from '../../state/settings';

/** The operator's address can be changed before the sign-in: with a wrong one nobody comes as far as the settings. */
export function OperatorAddress() {
  const t = useT();
  const { parts } = useCabinetParts();
  const operator = useSettings((settings) => settings.operator);
  /** It closes by itself when the address has been changed. */
  const [openFor, setOpenFor] = useState<Settings['operator'] | null>(null);
  const open = openFor === operator;
  return (
    <>
      <Anchor
        component="button"
        type="button"
        ta="left"
        w="fit-content"
        style={{ overflowWrap: 'anywhere' }}
        aria-expanded={open}
        onClick={() => {
          void loadCabinet();
          setOpenFor(open ? null : operator);
        }}
      >
        <IconServer size={14} style={{ verticalAlign: -2, marginRight: 5 }} aria-hidden />
        {t('settings.operator.url')}
        {operator.kind === 'remote' && `: ${operator.url}`}
      </Anchor>
      {open && parts && <parts.OperatorChoice />}
    </>
  );
}
