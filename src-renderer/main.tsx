import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './theme/fonts.css';
import './theme/global.css';
import './theme/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { loadCabinet, loadCabinetLater } from './components/cabinet/load-cabinet';
import { isInside, useSessionStore } from './state/session';
import { start } from './state/start';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

const startFault = await start().then(
  () => null,
  (fault: unknown) => fault,
);
// A page that is loaded anew comes back where it was.
if (isInside(useSessionStore.getState().session)) await loadCabinet();
createRoot(root).render(<App startFault={startFault} />);
loadCabinetLater();
