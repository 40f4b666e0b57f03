import { Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MonthSelect } from '../../components/month-select';
import { Page, TextSkeleton } from '../../components/page';
import { PageButtons } from '../../components/page-buttons';
import { ErrorState } from '../../components/states';
import { useT } from '../../i18n/use-t';
import { navigate } from '../../state/navigation';
import { useProcedure } from '../../state/procedures';

/** The month whose charges are wanted. */
export function ChargesChooser({ subscriberId }: { subscriberId: number }) {
  const t = useT();
  const months = useProcedure('charges.months', { subscriberId });
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? months.data?.items[0]?.month ?? null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (month) navigate('subscriber-charges', { subscriberId, month });
  };
  return (
    <Page title={t('charges.title')} intro={t('charges.intro')}>
      {months.error && <ErrorState error={months.error} onRetry={() => void months.refetch()} />}
      {months.isPending && <TextSkeleton lines={2} />}
      {months.data && (
        <form onSubmit={submit}>
          <Stack gap="md">
            <MonthSelect
              label={t('charges.month')}
              items={months.data.items}
              value={month}
              onChange={setChosen}
              currentLabel={t('charges.current')}
            />
            <Text c="dimmed">{t('charges.next')}</Text>
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
