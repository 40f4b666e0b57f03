import { ActionIcon, Button, Checkbox, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { formatPhone, type PhoneNumber } from '../../../src-shared/domain/phone';
import { useT } from '../../i18n/use-t';
import { Nothing, Phone } from '../figures';
import { TextSkeleton } from '../page';
import { EmptyState, ErrorState } from '../states';
import { usePick } from './use-pick';

const PAGE_SIZES = ['10', '25', '50', '100'];

type SubscriberPickProps = {
  chosen: readonly PhoneNumber[];
  onChange: (chosen: PhoneNumber[]) => void;
  /** Most that one order takes. */
  limit: number;
};

/** «Список абонентов» with checkboxes, «Строк на странице» and «Страница» (guide §2.3.4); the choice spans pages. */
export function SubscriberPick({ chosen, onChange, limit }: SubscriberPickProps) {
  const t = useT();
  const pick = usePick(chosen, onChange);
  return (
    <section aria-label={t('cdrEmail.list')}>
      <Group align="end" gap="sm" mb="xs">
        <TextInput
          label={t('pick.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={pick.text}
          maxLength={80}
          w={340}
          autoComplete="off"
          onChange={(event) => pick.setText(event.currentTarget.value)}
          // The search follows the typing: Enter must not send the order.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Button
          variant="default"
          onClick={pick.chooseAll}
          loading={pick.busy}
          disabled={!pick.total || pick.total > limit}
        >
          {t('pick.all', { count: pick.total ?? 0 })}
        </Button>
        <Button variant="default" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('pick.clear')}
        </Button>
      </Group>
      {pick.error ? (
        <ErrorState error={pick.error} onRetry={pick.retry} />
      ) : !pick.items ? (
        <TextSkeleton lines={6} />
      ) : pick.items.length === 0 ? (
        <EmptyState title={pick.mask ? t('pick.nobody', { mask: pick.mask }) : t('pick.none')} />
      ) : (
        <PickTable pick={pick} chosen={chosen} />
      )}
      <Group gap="md" mt="xs" justify="space-between">
        <Text role="status" fw={600}>
          {t('pick.chosen', { count: chosen.length })}
        </Text>
        {chosen.length > limit && <Text c="amber">{t('pick.limit', { limit })}</Text>}
        <Pager pick={pick} />
      </Group>
    </section>
  );
}

type PickProps = { pick: ReturnType<typeof usePick> };

function PickTable({ pick, chosen }: PickProps & { chosen: readonly PhoneNumber[] }) {
  const t = useT();
  return (
    <Table withTableBorder verticalSpacing={5} highlightOnHover aria-label={t('cdrEmail.list')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={40}>
            <Checkbox
              color="gray.7"
              size="xs"
              aria-label={t('pick.page')}
              checked={pick.pageState === 'all'}
              indeterminate={pick.pageState === 'some'}
              onChange={() => pick.togglePage()}
            />
          </Table.Th>
          <Table.Th w={190}>{t('pick.number')}</Table.Th>
          <Table.Th>{t('pick.name')}</Table.Th>
          <Table.Th w={160}>{t('pick.status')}</Table.Th>
          <Table.Th>{t('pick.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pick.items?.map((one) => (
          <Table.Tr key={one.id} onClick={() => pick.toggle(one.number)} style={{ cursor: 'pointer' }}>
            <Table.Td>
              <Checkbox
                color="gray.7"
                size="xs"
                aria-label={t('pick.one', { number: formatPhone(one.number) })}
                checked={chosen.includes(one.number)}
                onClick={(event) => event.stopPropagation()}
                onChange={() => pick.toggle(one.number)}
              />
            </Table.Td>
            <Table.Td>
              <Phone number={one.number} />
            </Table.Td>
            <Table.Td>{one.name}</Table.Td>
            <Table.Td>{t(`common.status.${one.status}`)}</Table.Td>
            <Table.Td>{one.statusReason || <Nothing />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Pager({ pick }: PickProps) {
  const t = useT();
  return (
    <Group gap="sm">
      <Text size="sm">{t('pick.rows')}</Text>
      <Select
        aria-label={t('pick.rows')}
        data={PAGE_SIZES}
        value={String(pick.rows)}
        onChange={(value) => value && pick.setRows(Number(value))}
        allowDeselect={false}
        w={80}
      />
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('pick.previous')}
        disabled={pick.page === 0}
        onClick={() => pick.setPage(pick.page - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <Text size="sm">{t('pick.pageOf', { page: pick.page + 1, pages: pick.pages })}</Text>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('pick.next')}
        disabled={pick.page + 1 >= pick.pages}
        onClick={() => pick.setPage(pick.page + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
