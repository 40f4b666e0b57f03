import { useState } from 'react';
import { countSelected, type RowRange, type Selection } from './selection';
import { COPY_LIMIT, readRanges, toTsv } from './tsv';
import type { Column } from './types';

/** Rows asked at once while copying; the bridge carries no larger page. */
const COPY_PAGE = 500;

export type CopyState =
  | { kind: 'idle' }
  | { kind: 'running'; rows: number }
  | { kind: 'done'; rows: number }
  | { kind: 'too-many'; limit: number }
  | { kind: 'failed'; fault: unknown };

export type CopyOptions<Row> = {
  columns: readonly Column<Row>[];
  fetchRows: (offset: number, limit: number) => Promise<readonly Row[]>;
  copyText: (text: string) => Promise<void>;
};

/** Copies rows as tab-separated text, those not yet on the screen included. */
export function useCopy<Row>({ columns, fetchRows, copyText }: CopyOptions<Row>) {
  const [state, setState] = useState<CopyState>({ kind: 'idle' });

  const copyRows = async (ranges: readonly RowRange[], withTitles: boolean): Promise<void> => {
    const rows = countSelected({ ranges, anchor: 0 });
    if (rows > COPY_LIMIT) {
      setState({ kind: 'too-many', limit: COPY_LIMIT });
      return;
    }
    setState({ kind: 'running', rows });
    try {
      await copyText(toTsv(columns, await readRanges(ranges, fetchRows, COPY_PAGE), withTitles));
      setState({ kind: 'done', rows });
    } catch (fault) {
      setState({ kind: 'failed', fault });
    }
  };

  /** The chosen rows, or the active one when none is chosen. */
  const copySelection = (selection: Selection, activeRow: number, withTitles: boolean): Promise<void> => {
    if (selection.ranges.length > 0) return copyRows(selection.ranges, withTitles);
    return activeRow < 0 ? Promise.resolve() : copyRows([{ from: activeRow, to: activeRow }], withTitles);
  };

  const copyOne = async (text: string): Promise<void> => {
    try {
      await copyText(text);
      setState({ kind: 'done', rows: 0 });
    } catch (fault) {
      setState({ kind: 'failed', fault });
    }
  };

  const forget = () => setState({ kind: 'idle' });
  return { state, copySelection, copyOne, forget };
}
