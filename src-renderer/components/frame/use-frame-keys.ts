import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { goBack, goForward, navigate, useNavigation } from '../../state/navigation';
import { tellError } from '../../state/notices';
import { useEvent } from '../../state/procedures';
import { HOME, subscriberOf } from '../../state/routes';
import { startSync } from '../../state/sync';
import { historyStep } from './history-keys';
import { adminMenu, subscriberMenu } from './menu-items';

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;
const MAC = navigator.userAgent.includes('Mac OS X');

/** Alt+←/→ and mouse buttons as in a browser, Ctrl+1…9 for the menu, commands of the application menu. */
export function useFrameKeys(signOut: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = historyStep(event, MAC);
      if (step) {
        if (step === 'back') goBack();
        else goForward();
        event.preventDefault();
      } else if ((event.ctrlKey || event.metaKey) && !event.altKey && /^Digit[1-9]$/.test(event.code)) {
        event.preventDefault();
        openItem(Number(event.code.slice(5)) - 1, signOut);
      }
    };
    const onMouse = (event: MouseEvent) => {
      if (event.button === MOUSE_BACK) goBack();
      else if (event.button === MOUSE_FORWARD) goForward();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [signOut]);

  useEvent('menu.command', ({ command }) => {
    if (command === 'back') goBack();
    else if (command === 'forward') goForward();
    else if (command === 'search') spotlight.open();
    else if (command === 'sync') void startSync().catch(tellError);
    else if (command === 'sign-out') signOut();
    else navigate('settings');
  });
}

function openItem(index: number, signOut: () => void): void {
  const { steps, at } = useNavigation.getState();
  const subscriberId = subscriberOf(steps[at] ?? HOME);
  const entry = (subscriberId === null ? adminMenu : subscriberMenu(subscriberId))[index];
  if (entry) (entry.open ?? signOut)();
}
