import { CommandNotices } from '../command/command-notices';
import { ExportNotices } from '../exports/export-notices';
import { Frame } from '../frame/frame';
import { PostDrawer } from '../post/post-drawer';
import { ExpiredDialog } from '../session/expired-dialog';

/** What a signed-in person works with: the frame with every screen. */
export function Cabinet() {
  return (
    <>
      <Frame />
      <ExpiredDialog />
    </>
  );
}

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
