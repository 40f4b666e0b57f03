import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeError } from '../../i18n/error-words';
import { useT } from '../../i18n/use-t';
import { type RowReader, useRowsVersion } from './use-rows';

type TableFailureProps<Row> = { reader: RowReader<Row> };

/** Said above the rows when some of them could not be read; the rows that are here stay. */
export function TableFailure<Row>({ reader }: TableFailureProps<Row>) {
  const t = useT();
  useRowsVersion(reader);
  const { failure } = reader;
  if (failure === null || failure === undefined) return null;
  const words = describeError(failure, t);
  return (
    <Alert
      color="amber"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      p="xs"
      flex="none"
      role="alert"
    >
      <Group justify="space-between" wrap="nowrap">
        <span>
          {words.what} {words.action}
        </span>
        <Button size="compact-sm" variant="default" onClick={reader.retry}>
          {t('common.retry')}
        </Button>
      </Group>
    </Alert>
  );
}
