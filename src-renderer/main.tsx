import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/fonts.css';
import './theme/global.css';
import './theme/controls.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { loadCabinet, loadCabinetLater } from './components/cabinet/load-cabinet';
import { readPageFacts } from './state/page-facts';
import { isInside, useSessionStore } from './state/session';
import { useSettings } from './state/settings';
import { start } from './state/start';
import { markScheme } from './theme/scheme';

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
const root = createRoot(element);
// At once: a frame without anything in it would be painted before.
const draw = (startFault: unknown) => flushSync(() => root.render(<App startFault={startFault} />));

/** @returns what kept the program from telling its state; null: nothing */
const begin = (): Promise<unknown> =>
  start().then(
    () => null,
    (fault: unknown) => fault,
  );

/** The sign-in takes its first keys before other processes start: a small computer is busy with them. */
const FIRST_KEYS_MS = 200;

/** Resolves when the sign-in is drawn and has had its moment. */
const drawn = () =>
  new Promise<void>((resolve) =>
    requestIdleCallback(() => setTimeout(resolve, FIRST_KEYS_MS), { timeout: 1000 }),
  );

const { settings, sessionKnown } = readPageFacts();
useSettings.setState(settings);
markScheme();
if (sessionKnown) {
  // A page that is loaded anew comes back where it was.
  const fault = await begin();
  if (isInside(useSessionStore.getState().session)) await loadCabinet();
  draw(fault);
} else {
  draw(null);
  await drawn();
  const fault = await begin();
  if (fault !== null) draw(fault);
}
loadCabinetLater();
