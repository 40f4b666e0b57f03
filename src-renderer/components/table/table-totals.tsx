import { isNumeric } from './cell-text';
import styles from './data-table.module.css';
import { ValueText } from './table-row';
import type { Column, Totals } from './types';

type TotalsProps<Row> = { columns: readonly Column<Row>[]; totals: Totals; rowIndex: number };

/** The sticky last row. Its label stands in the first column that has no total of its own. */
export function TableTotals<Row>({ columns, totals, rowIndex }: TotalsProps<Row>) {
  const labelled = columns.findIndex((column) => !(column.id in totals.values));
  return (
    <div role="rowgroup" className={styles.totals}>
      <div role="row" className={styles.totalsRow} aria-rowindex={rowIndex}>
        {columns.map((column, at) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            className={styles.cell}
            data-numeric={isNumeric(column.type) || undefined}
          >
            {at === labelled && totals.label}
            {column.id in totals.values && <ValueText type={column.type} value={totals.values[column.id]} />}
          </div>
        ))}
      </div>
    </div>
  );
}
