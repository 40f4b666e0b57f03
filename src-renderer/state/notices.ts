import { notifications } from '@mantine/notifications';
import { describeError } from '../i18n/error-words';
import { currentT } from '../i18n/use-t';

/** A notice's cross has no word of its own. */
export const noticeCloseButton = () => ({ 'aria-label': currentT()('common.close') });

/** Tells of an error that no page can show in its place. */
export function tellError(error: unknown): void {
  const words = describeError(error, currentT());
  notifications.show({
    // One notice for a fault however often it comes.
    id: `error-${words.code}`,
    title: words.what,
    message: words.action,
    color: 'amber',
    autoClose: 10_000,
    closeButtonProps: noticeCloseButton(),
  });
}

/** Tells of something that went well. */
export function tellDone(message: string): void {
  notifications.show({
    message,
    color: 'green',
    autoClose: 4_000,
    closeButtonProps: noticeCloseButton(),
  });
}
