import { Badge } from '@mantine/core';
import { useT } from '../../i18n/use-t';

/** Messages of the operator that were not read yet. */
export function UnreadMark({ count }: { count: number }) {
  const t = useT();
  return (
    <Badge
      size="sm"
      ml={8}
      tt="none"
      color="gray.7"
      style={{ flex: 'none' }}
      aria-label={t('appeal.unreadCount', { count })}
    >
      {t('appeal.newMessages', { count })}
    </Badge>
  );
}
