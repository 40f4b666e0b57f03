import { Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MonthSelect } from '../../components/month-select';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';
import { kinds } from './kinds';
import { useLastDirection } from './use-detalization';

/** The month and the kind of detalization. */
export function DetalizationChooser({ subscriberId }: { subscriberId: number }) {
  const t = useT();
  const months = useProcedure('cdrs.months', { subscriberId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [direction, setDirection] = useLastDirection();
  const month = chosen ?? months.data?.items[0]?.month ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (month) navigate('subscriber-cdrs', { subscriberId, month, direction });
  };
  return (
    <Page title={t('cdrs.title')} intro={t('cdrs.intro')}>
      {months.error && <ErrorState error={months.error} onRetry={() => void months.refetch()} />}
      {months.isPending && <TextSkeleton lines={4} />}
      {months.data && (
        <form onSubmit={submit}>
          <Stack gap="md">
            <MonthSelect
              label={t('cdrs.month')}
              items={months.data.items}
              value={month}
              onChange={setChosen}
              currentLabel={t('cdrs.current')}
            />
            <Select
              label={t('cdrs.kind')}
              data={kinds.map((kind) => ({ value: kind, label: t(`cdrs.kind.${kind}`) }))}
              value={direction}
              onChange={(kind) => kind && setDirection(kind)}
              allowDeselect={false}
              checkIconPosition="right"
              styles={{ wrapper: { width: 280 } }}
            />
            <Text c="dimmed">
              {t('cdrs.next')} {t('cdrs.currentNote')}
            </Text>
            <PageButtons
              menu={() => navigate('subscriber-menu', { subscriberId })}
              next={{ submit: true, disabled: month === null }}
            />
          </Stack>
        </form>
      )}
    </Page>
  );
}
