import { Button, Group, Text } from '@mantine/core';
import { z } from 'zod';
import type { Subscriber } from '../../../src-shared/domain/account';
import { formatPhone } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { keepPreference, usePreference } from '../../state/preferences';
import { useProcedure } from '../../state/procedures';

const LAST = 'subscriber.last';
const lastSchema = z.int().positive().nullable();

/** Keeps who was chosen for the next visit: the operator's id alone says nothing to others. */
export const rememberSubscriber = (id: number): void => keepPreference(LAST, id);

/** Offers the subscriber that was chosen last; nothing when there is none in this account. */
export function LastSubscriber({ onContinue }: { onContinue: (subscriber: Subscriber) => void }) {
  const t = useT();
  const [id] = usePreference<number | null>(LAST, lastSchema, null);
  const last = useProcedure('subscribers.get', { id: id ?? 1 }, { enabled: id !== null });
  const subscriber = last.data?.subscriber;
  if (!subscriber) return null;
  return (
    <Group gap="sm">
      <Text>
        {t('subscriber.select.last', { number: formatPhone(subscriber.number), name: subscriber.name })}
      </Text>
      <Button variant="default" size="compact-sm" onClick={() => onContinue(subscriber)}>
        {t('subscriber.select.continue')}
      </Button>
    </Group>
  );
}
