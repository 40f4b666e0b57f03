import { Button, Group, Text } from '@mantine/core';
import type { DocumentRequest } from '../../../src-shared/bridge/exports';
import type { ServiceBar } from '../../../src-shared/domain/service-rules';
import { RuleNote } from '../../components/command/notes';
import { useT } from '../../i18n/use-t';
import { startExport } from '../../state/exports';
import { openPreview } from '../../state/preview';
import { barWords } from './bar-words';

type BarNoteProps = {
  bar: ServiceBar;
  /** The application that changes what only paper can. */
  paper: Omit<Extract<DocumentRequest, { kind: 'application' }>, 'kind'>;
};

/** Why the chosen service cannot be changed here; for minute packages, the paper that does it (guide §3.2). */
export function BarNote({ bar, paper }: BarNoteProps) {
  const t = useT();
  if (bar.bar !== 'locked') return <RuleNote title={barWords(bar, t)} />;
  return (
    <RuleNote title={t('services.paperOnly')}>
      <Text>{t('services.paperHint')}</Text>
      <Group gap={8} mt={8}>
        <Button variant="default" onClick={() => void startExport({ kind: 'application', ...paper }, 'pdf')}>
          {t('services.application')}
        </Button>
        <Button variant="default" onClick={() => openPreview({ kind: 'application', ...paper })}>
          {t('preview.openAndPrint')}
        </Button>
      </Group>
    </RuleNote>
  );
}
