import { Menu } from '@mantine/core';
import { IconArrowRight, IconColumnRemove, IconCopy, IconFilter, IconTable } from '@tabler/icons-react';
import { useT } from '../../i18n/use-t';
import { copyCell, NOTHING, showCell } from './cell-text';
import type { GridPlace } from './grid-keys';
import type { Column, RowAction } from './types';
import { type RowReader, useRowsVersion } from './use-rows';

export type TableMenuProps<Row> = {
  /** Cell that was clicked; null outside of cells. */
  at: GridPlace | null;
  columns: readonly Column<Row>[];
  reader: RowReader<Row>;
  onCopy: (withTitles: boolean) => void;
  onCopyCell: (text: string) => void;
  onHide: (column: Column<Row>) => void;
  onActivate: ((row: Row) => void) | undefined;
  onFilter: ((column: Column<Row>, row: Row) => void) | undefined;
  actions: readonly RowAction<Row>[];
};

/** Whether there is anything to offer there: a menu of nothing would be an empty box. */
export function hasMenu<Row>(
  at: GridPlace | null,
  columns: readonly Column<Row>[],
  reader: RowReader<Row>,
): boolean {
  const column = at ? columns[at.column] : undefined;
  if (!at || !column) return false;
  return reader.row(at.row) !== undefined || canHide(column, columns);
}

const canHide = <Row,>(column: Column<Row>, columns: readonly Column<Row>[]): boolean =>
  column.hideable !== false && columns.length > 1;

/** What a right click (or Shift+F10) offers for the cell. */
export function TableMenu<Row>(props: TableMenuProps<Row>) {
  return (
    <Menu.Dropdown>
      <MenuItems {...props} />
    </Menu.Dropdown>
  );
}

/** In the page only while the menu is open. */
function MenuItems<Row>(props: TableMenuProps<Row>) {
  const t = useT();
  useRowsVersion(props.reader);
  const { at, reader, columns, onActivate, onFilter } = props;
  const column = at ? columns[at.column] : undefined;
  const row = at && at.row >= 0 ? reader.row(at.row) : undefined;
  const cell = column && row !== undefined ? { column, row, shown: showCell(column, row) } : null;
  return (
    <>
      {cell && onActivate && (
        <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => onActivate(cell.row)}>
          {t('common.open')}
        </Menu.Item>
      )}
      {cell &&
        props.actions
          .filter(({ offered }) => offered?.(cell.row) ?? true)
          .map((action) => <ActionItem key={action.id} action={action} row={cell.row} />)}
      {cell && (
        <>
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            rightSection="Ctrl+C"
            onClick={() => props.onCopy(false)}
          >
            {t('common.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTable size={16} />} onClick={() => props.onCopy(true)}>
            {t('table.copyWithTitles')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            onClick={() => props.onCopyCell(copyCell(cell.column, cell.row))}
          >
            {t('table.copyCell')}
          </Menu.Item>
        </>
      )}
      {cell && onFilter && cell.column.filterable && cell.shown !== NOTHING && (
        <Menu.Item leftSection={<IconFilter size={16} />} onClick={() => onFilter(cell.column, cell.row)}>
          {t('table.showOnly', { value: cell.shown })}
        </Menu.Item>
      )}
      {column && canHide(column, columns) && (
        <Menu.Item leftSection={<IconColumnRemove size={16} />} onClick={() => props.onHide(column)}>
          {t('table.hideColumn', { title: column.title })}
        </Menu.Item>
      )}
    </>
  );
}

function ActionItem<Row>({ action: { label, icon, run }, row }: { action: RowAction<Row>; row: Row }) {
  if (typeof run === 'function') {
    return (
      <Menu.Item leftSection={icon} onClick={() => run(row)}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={icon}>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {run.map((one) => (
          <Menu.Item key={one.id} onClick={() => one.run(row)}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
