import { type ReactNode, useEffect } from 'react';
import type { Translate } from '../../i18n/translate';
import { useT } from '../../i18n/use-t';
import { NOTHING } from './cell-text';
import { ColumnsMenu } from './columns-menu';
import styles from './data-table.module.css';
import { countSelected, type Selection } from './selection';
import { ValueText } from './table-row';
import type { Column, TableSum } from './types';
import type { CopyState } from './use-copy';
import type { TableLayoutControl } from './use-table-layout';

/** How long the word about a copy stays. */
const NOTE_MS = 6000;

type ToolbarProps<Row> = {
  rowCount: number | null;
  sums: readonly TableSum[];
  /** Null where a selection of many makes no sense. */
  selected: Selection | null;
  copyState: CopyState;
  onCopyStateSeen: () => void;
  columns: readonly Column<Row>[];
  control: TableLayoutControl;
  tools: ReactNode;
};

/** How many rows are shown and what they sum up to; columns and exports at the right. */
export function TableToolbar<Row>(props: ToolbarProps<Row>) {
  const t = useT();
  const { rowCount, copyState, onCopyStateSeen } = props;
  const selected = props.selected ? countSelected(props.selected) : 0;

  useEffect(() => {
    if (copyState.kind === 'idle' || copyState.kind === 'running') return;
    const timer = setTimeout(onCopyStateSeen, NOTE_MS);
    return () => clearTimeout(timer);
  }, [copyState, onCopyStateSeen]);

  return (
    <div className={styles.toolbar}>
      <span className={styles.sum}>{rowCount === null ? NOTHING : t('table.rows', { count: rowCount })}</span>
      {props.sums.map((sum) => (
        <span key={sum.id} className={styles.sum}>
          <span className={styles.sumLabel}>{sum.label} </span>
          <span className={styles.sumValue}>
            <ValueText type={sum.type} value={sum.value} />
          </span>
        </span>
      ))}
      <span role="status" className={styles.sum}>
        {selected > 1 && t('table.selected', { count: selected })} {copyWords(copyState, t)}
      </span>
      <span className={styles.tools}>
        <ColumnsMenu columns={props.columns} control={props.control} />
        {props.tools}
      </span>
    </div>
  );
}

function copyWords(state: CopyState, t: Translate): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'running':
      return t('table.copying', { count: state.rows });
    case 'done':
      return t('table.copied', { count: state.rows });
    case 'too-many':
      return t('table.copyTooMany', { limit: state.limit });
    case 'failed':
      return t('table.copyFailed');
  }
}
