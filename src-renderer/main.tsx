import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/fonts.css';
import './theme/global.css';
import './theme/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { start } from './state/start';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

const startFault = await start().then(
  () => null,
  (fault: unknown) => fault,
);
createRoot(root).render(<App startFault={startFault} />);
