import { useRef, useState } from 'react';
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

type Copied = { text: string; rows: number };

/** Copies rows as tab-separated text, those not yet on the screen included. */
export function useCopy<Row>({ columns, fetchRows, copyText }: CopyOptions<Row>) {
  const [state, setState] = useState<CopyState>({ kind: 'idle' });

  /** Copies begun so far. An earlier one that ends later must not take the place of what was copied after it. */
  const begun = useRef(0);
  const copy = async (meanwhile: CopyState, make: () => Promise<Copied>): Promise<void> => {
    begun.current++;
    const own = begun.current;
    const tell = (told: CopyState) => {
      if (own === begun.current) setState(told);
    };
    setState(meanwhile);
    try {
      const { text, rows } = await make();
      if (own !== begun.current) return;
      await copyText(text);
      tell({ kind: 'done', rows });
    } catch (fault) {
      tell({ kind: 'failed', fault });
    }
  };

  const copyRows = async (ranges: readonly RowRange[], withTitles: boolean): Promise<void> => {
    const rows = countSelected({ ranges, anchor: 0 });
    if (rows > COPY_LIMIT) {
      setState({ kind: 'too-many', limit: COPY_LIMIT });
      return;
    }
    await copy({ kind: 'running', rows }, async () => {
      const read = await readRanges(ranges, fetchRows, COPY_PAGE);
      return { text: toTsv(columns, read, withTitles), rows: read.length };
    });
  };

  /** The chosen rows, or the active one when none is chosen. */
  const copySelection = (selection: Selection, activeRow: number, withTitles: boolean): Promise<void> => {
    if (selection.ranges.length > 0) return copyRows(selection.ranges, withTitles);
    return activeRow < 0 ? Promise.resolve() : copyRows([{ from: activeRow, to: activeRow }], withTitles);
  };

  const copyOne = (text: string): Promise<void> => copy({ kind: 'idle' }, async () => ({ text, rows: 0 }));

  const forget = () => setState({ kind: 'idle' });
  return { state, copySelection, copyOne, forget };
}
