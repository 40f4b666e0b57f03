import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import { useT } from '../../i18n/use-t';
import { openPreview } from '../../state/preview';

type PreviewButtonProps = {
  document: () => DocumentRequest | null;
  /** What is looked at, for screen readers. */
  name: string;
  disabled?: boolean;
};

/** «Просмотр» of a document; a null document opens nothing. */
export function PreviewButton({ document, name, disabled = false }: PreviewButtonProps) {
  const t = useT();
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      leftSection={<IconEye size={16} aria-hidden />}
      aria-label={t('documents.as', { document: name, format: t('preview.open') })}
      onClick={() => {
        const wanted = document();
        if (wanted) openPreview(wanted);
      }}
    >
      {t('preview.open')}
    </Button>
  );
}
