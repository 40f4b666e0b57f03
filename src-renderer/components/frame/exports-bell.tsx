import { Indicator } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { useExports } from '../../state/exports';
import { navigate } from '../../state/navigation';
import { BarButton } from './bar-button';

/** Opens the journal of exports; a number says how many files were finished since it was last seen. */
export function ExportsBell() {
  const t = useT();
  const unseen = useExports((state) => state.unseen);
  const running = useExports((state) => state.items.some((item) => item.state === 'running'));
  const label = unseen > 0 ? t('exports.unseen', { count: unseen }) : t('exports.title');
  return (
    <Indicator
      disabled={unseen === 0 && !running}
      processing={running}
      label={unseen > 0 ? unseen : undefined}
      size={16}
      color="gray.7"
      offset={5}
    >
      <BarButton label={label} onClick={() => navigate('exports')}>
        <IconDownload size={18} aria-hidden />
      </BarButton>
    </Indicator>
  );
}
