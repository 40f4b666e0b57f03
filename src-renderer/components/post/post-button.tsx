import { IconMail } from '@tabler/icons-react';
import { create } from 'zustand';
import { useT } from '../../i18n/use-t';
import { BarButton } from '../frame/bar-button';
import { useDemo } from './use-demo';

/** Whether «Почта и SMS оператора (демо)» is open. */
export const usePostBox = create<{ opened: boolean }>(() => ({ opened: false }));
export const openPostBox = (): void => usePostBox.setState({ opened: true });
export const closePostBox = (): void => usePostBox.setState({ opened: false });

/** Opens the demo's post box; absent with a real operator. */
export function PostButton() {
  const t = useT();
  if (!useDemo()) return null;
  return (
    <BarButton label={t('post.title')} onClick={openPostBox}>
      <IconMail size={18} aria-hidden />
    </BarButton>
  );
}
