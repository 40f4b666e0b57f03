import { Button, MantineProvider, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { CabinetError, toBridgeError } from '../src-shared/bridge/errors';
import { useCabinetParts } from './components/cabinet/load-cabinet';
import { OpeningFault } from './components/opening-fault';
import { useDemoEvents } from './components/post/use-demo';
import { useLanguage, useT } from './i18n/use-t';
import { SignedOut } from './screens/sign-in/signed-out';
import { callBridge } from './state/bridge';
import { tellError } from './state/notices';
import { usePasswordStep } from './state/password-step';
import { queryClient, useEvent } from './state/procedures';
import { isInside, loadSession, useSession } from './state/session';
import { useSettings } from './state/settings';
import { styleNonce } from './theme/nonce';
import { settingsSchemeManager } from './theme/scheme';
import { cssVariables, theme } from './theme/theme';

/** The window's page; `startFault` is what kept the program from telling its state. */
export function App({ startFault }: { startFault: unknown }) {
  return <Look>{startFault === null ? <Screens /> : <Standstill error={startFault} />}</Look>;
}

/** Language, colours and the services that every component leans on. */
function Look({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { parts } = useCabinetParts();
  const scheme = useSettings((settings) => settings.theme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = scheme;
  }, [language, scheme]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={settingsSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        {children}
        {parts && <parts.Notices />}
      </QueryClientProvider>
    </MantineProvider>
  );
}

const isCoreStopped = (error: unknown): boolean => toBridgeError(error).code === 'core-stopped';

/** Nothing can be shown: what is wrong, and every way out that there is. */
function Standstill({ error }: { error: unknown }) {
  const t = useT();
  const [fault, setFault] = useState(error);
  const startAgain = useCallback(
    () => callBridge('program.startAgain').then(() => location.reload(), setFault),
    [],
  );
  // The page knows only that it got no answer; why, is known by whoever starts it.
  const isUnexplained = toBridgeError(error).code === 'not-available';
  useEffect(() => {
    if (isUnexplained) void startAgain();
  }, [isUnexplained, startAgain]);
  return (
    <main style={{ padding: 40 }}>
      <Title order={1} mb="md">
        {t('diagnosis.standstill')}
      </Title>
      <OpeningFault
        error={fault}
        action={<Button onClick={() => void startAgain()}>{t('diagnosis.startAgain')}</Button>}
      />
    </main>
  );
}

function Screens() {
  const { parts } = useCabinetParts();
  return (
    <>
      <Screen />
      {parts && <parts.Beside />}
    </>
  );
}

function Screen() {
  const { parts, fault } = useCabinetParts();
  const inside = isInside(useSession());
  const [stopped, setStopped] = useState(false);
  useEvent('core.stopped', () => {
    notifications.clean();
    setStopped(true);
  });
  const changing = usePasswordStep((state) => state.step !== 'none');
  useDemoEvents();
  useEvent('core.restarted', () => {
    tellError({ code: 'core-restarted', params: {} });
    // A core that has died once more is told by its own event.
    void loadSession().catch((fault) => !isCoreStopped(fault) && tellError(fault));
  });
  if (stopped) return <Standstill error={new CabinetError('core-stopped')} />;
  if (!inside && !changing) return <SignedOut />;
  if (parts) return <parts.Cabinet />;
  return fault === null ? null : <Standstill error={fault} />;
}
