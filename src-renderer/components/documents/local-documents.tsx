import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { YearMonth } from '../../../src-shared/domain/period';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { Section } from '../section';
import { DocumentMonth } from './document-month';
import { useMonthDocuments } from './use-month-documents';

/** The same documents made here: for every month that was ever taken in (guide §2.3.2). */
export function LocalDocuments() {
  const t = useT();
  const [chosen, choose] = useState<YearMonth | null>(null);
  const answer = useMonthDocuments(chosen);
  const { month } = answer;
  return (
    <Section title={t('documents.local')}>
      <Text c="dimmed">{t('documents.localHint')}</Text>
      <DocumentMonth
        answer={answer}
        onChoose={choose}
        after={
          month !== null && (
            <div>
              <Button
                variant="default"
                size="compact-md"
                onClick={() => navigate('month-documents', { month })}
              >
                {t('documents.show')}
              </Button>
            </div>
          )
        }
      />
    </Section>
  );
}
