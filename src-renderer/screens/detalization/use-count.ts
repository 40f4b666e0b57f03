import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CdrFilter, CdrSort, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { callBridge } from '../../state/bridge';

type Progress = NonNullable<ProcedureOutput<'cdrs.count'>['progress']>;

/** Between two questions for more: the window draws what has come. */
const PAUSE_MS = 10;

export type Count = {
  /** Totals; of former rows while changed ones are being counted. Undefined before the first are known. */
  summary: CdrSummary | undefined;
  /** Another number once the rows behind may be others. */
  version: number;
  /** Null once everything is counted. */
  progress: Progress | null;
  /** The person does not want to wait for the end of it. */
  stopped: boolean;
  stop: () => void;
  goOn: () => void;
  error: Error | null;
  retry: () => void;
};

/** Counts a query for as long as somebody looks, and is told how far it has come. */
export function useCount(filter: CdrFilter, sort: CdrSort): Count {
  const key = JSON.stringify(filter);
  const [stoppedKey, setStoppedKey] = useState<string | null>(null);
  const stopped = stoppedKey === key;
  const answer = useQuery({
    // Totals do not depend on the order, which only decides from which end is counted.
    queryKey: ['cdrs.count', { filter }],
    queryFn: () => callBridge('cdrs.count', { filter, sort }),
    meta: { input: { filter, sort } },
    refetchInterval: ({ state }) =>
      state.status === 'success' && state.data?.progress && !stopped ? PAUSE_MS : false,
  });
  const last = useRef<{ key: string; summary: CdrSummary; version: number } | null>(null);
  const counted = answer.data?.summary;
  if (counted) last.current = { key, summary: counted, version: answer.dataUpdatedAt };
  const known = last.current?.key === key ? last.current : null;
  return {
    summary: known?.summary,
    version: known?.version ?? 0,
    progress: answer.data?.progress ?? null,
    stopped,
    stop: () => setStoppedKey(key),
    goOn: () => setStoppedKey(null),
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}
