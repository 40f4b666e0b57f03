import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { orderColumns, shownColumns } from './column-layout';
import styles from './columns-menu.module.css';
import type { Column } from './types';
import type { TableLayoutControl } from './use-table-layout';

type ColumnsMenuProps<Row> = { columns: readonly Column<Row>[]; control: TableLayoutControl };

/** Which columns are shown and in what order; everything that dragging does, without dragging. */
export function ColumnsMenu<Row>({ columns, control }: ColumnsMenuProps<Row>) {
  const t = useT();
  const shown = shownColumns(columns, control.layout).map((column) => column.id);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')} p="xs">
        <ul className={styles.list}>
          {orderColumns(columns, control.layout).map((column) => {
            const at = shown.indexOf(column.id);
            return (
              <li key={column.id} className={styles.item}>
                <Checkbox
                  size="xs"
                  label={column.title}
                  checked={at >= 0}
                  disabled={column.hideable === false || (at >= 0 && shown.length === 1)}
                  onChange={(event) => control.hide(column.id, !event.currentTarget.checked)}
                />
                <span className={styles.moves}>
                  <MoveButton
                    label={t('table.moveLeft', { title: column.title })}
                    disabled={at <= 0}
                    onClick={() => control.move(column.id, -1)}
                    icon={<IconChevronUp size={14} aria-hidden />}
                  />
                  <MoveButton
                    label={t('table.moveRight', { title: column.title })}
                    disabled={at < 0 || at === shown.length - 1}
                    onClick={() => control.move(column.id, 1)}
                    icon={<IconChevronDown size={14} aria-hidden />}
                  />
                </span>
              </li>
            );
          })}
        </ul>
        <Button variant="subtle" color="gray" size="compact-sm" fullWidth mt={4} onClick={control.reset}>
          {t('table.columnsReset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

type MoveButtonProps = { label: string; disabled: boolean; onClick: () => void; icon: React.ReactNode };

function MoveButton({ label, disabled, onClick, icon }: MoveButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </ActionIcon>
  );
}
