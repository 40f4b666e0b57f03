import { Button, Group, Progress, Text } from '@mantine/core';
import { useT } from '../../i18n/use-t';
import type { Count } from './use-count';

/** How far the counting of a long list has come, and the way to end it or to go on. */
export function CountNote({ count }: { count: Count }) {
  const t = useT();
  const { progress, stopped } = count;
  if (!progress) return null;
  const { done, total } = progress;
  return (
    <Group gap="sm" flex="none">
      {!stopped && (
        <Progress
          value={total > 0 ? (done * 100) / total : 0}
          color="gray.6"
          w={160}
          aria-label={t('cdrs.countLabel')}
        />
      )}
      <Text size="sm" role={stopped ? 'status' : undefined}>
        {t(stopped ? 'cdrs.countStopped' : 'cdrs.counting', { done, total })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={stopped ? count.goOn : count.stop}>
        {t(stopped ? 'cdrs.countOn' : 'common.cancel')}
      </Button>
    </Group>
  );
}
