import '../../i18n/all-words';
import { getDefaultZIndex } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { CacheLocked } from '../../screens/sign-in/cache-locked';
import { NewPassword } from '../../screens/sign-in/new-password';
import { followRoute } from '../../state/kept-route';
import { usePasswordStep } from '../../state/password-step';
import { useSession } from '../../state/session';
import { CommandNotices } from '../command/command-notices';
import { ExportNotices } from '../exports/export-notices';
import { Frame } from '../frame/frame';
import { PostDrawer } from '../post/post-drawer';
import { ExpiredDialog } from '../session/expired-dialog';

// This code is loaded after the preferences, and once.
followRoute();

/** What comes after the sign-in: what still stands before the account, or the frame with every screen. */
export function Cabinet() {
  const phase = useSession()?.phase;
  const changing = usePasswordStep((state) => state.step !== 'none');
  if (phase === 'password-change' || changing) return <NewPassword />;
  if (phase === 'cache-locked') return <CacheLocked />;
  return (
    <>
      <Frame />
      <ExpiredDialog />
    </>
  );
}

export { OperatorChoice } from '../../screens/settings/operator-choice';

/** What stands beside the pages, before the sign-in too. */
export function Beside() {
  return (
    <>
      <PostDrawer />
      <ExportNotices />
      <CommandNotices />
    </>
  );
}

/** Where notices are shown; those that were given earlier wait for it. */
export function Notices() {
  // Under what is opened by a person: a finished file must not lie over the menu of the next one.
  return <Notifications position="bottom-right" limit={4} zIndex={getDefaultZIndex('popover') - 1} />;
}
