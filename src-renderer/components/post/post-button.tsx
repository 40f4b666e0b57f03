import { IconMail } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { BarButton } from '../frame/bar-button';
import { openPostBox } from './post-box';
import { useDemo } from './use-demo';

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
