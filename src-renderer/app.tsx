import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { CommandNotices } from './components/command/command-notices';
import { ExportNotices } from './components/exports/export-notices';
import { Frame } from './components/frame/frame';
import { PostDrawer } from './components/post/post-drawer';
import { useDemoEvents } from './components/post/use-demo';
import { ExpiredDialog } from './components/session/expired-dialog';
import { ErrorState } from './components/states';
import { useLanguage } from './i18n/use-t';
import { CacheLocked } from './screens/sign-in/cache-locked';
import { NewPassword, usePasswordStep } from './screens/sign-in/new-password';
import { SignedOut } from './screens/sign-in/signed-out';
import { tellError } from './state/notices';
import { queryClient, useEvent } from './state/procedures';
import { loadSession, useSession } from './state/session';
import { useSettings } from './state/settings';
import { styleNonce } from './theme/nonce';
import { settingsSchemeManager } from './theme/scheme';
import { cssVariables, theme } from './theme/theme';

/** The window's page; `startFault` is what kept the program from telling its state. */
export function App({ startFault }: { startFault: unknown }) {
  return (
    <Look>
      {startFault === null ? (
        <>
          <Screens />
          <PostDrawer />
          <ExportNotices />
          <CommandNotices />
        </>
      ) : (
        <div style={{ padding: 40 }}>
          <ErrorState error={startFault} onRetry={() => location.reload()} />
        </div>
      )}
    </Look>
  );
}

/** Language, colours and the services that every component leans on. */
function Look({ children }: { children: ReactNode }) {
  const language = useLanguage();
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
        <Notifications position="bottom-right" limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Screens() {
  const phase = useSession()?.phase;
  const changing = usePasswordStep((state) => state.step !== 'none');
  useDemoEvents();
  useEvent('core.restarted', () => {
    tellError({ code: 'core-restarted', params: {} });
    void loadSession().catch(tellError);
  });
  if (phase === 'password-change' || changing) return <NewPassword />;
  if (phase === 'cache-locked') return <CacheLocked />;
  if (phase === 'signed-in') {
    return (
      <>
        <Frame />
        <ExpiredDialog />
      </>
    );
  }
  return <SignedOut />;
}
