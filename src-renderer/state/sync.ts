import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import { callBridge } from './bridge';
import { useVisible } from './visible';

/** State of the exchange with the operator; null until the program has told it. */
export const useSyncStore = create<{
  status: SyncStatus | null;
  /** This page's own time when it was told, ms. */
  toldAt: number;
}>(() => ({ status: null, toldAt: 0 }));

export const setSyncStatus = (status: SyncStatus): void =>
  useSyncStore.setState({ status, toldAt: performance.now() });
export const useSyncStatus = (): SyncStatus | null => useSyncStore((state) => state.status);

/** Whether the first load goes on now, was stopped before its end, or has ended: empty pages say so. */
export const useFirstSync = (): 'running' | 'stopped' | 'none' =>
  useSyncStore(({ status }) => {
    if (!status?.firstSync) return 'none';
    return status.state === 'running' ? 'running' : 'stopped';
  });

/** False while the operator is known to be out of reach. */
export const useOnline = (): boolean => useSyncStore((state) => state.status?.online !== false);

/** Operator's time now as far as known: calendar rules of the screens follow it. */
export function operatorNow(): number {
  const { status, toldAt } = useSyncStore.getState();
  return status ? status.operatorNow + Math.round(performance.now() - toldAt) : Date.now();
}

/** The same for pages that must not be caught by midnight: drawn anew every so many ms and with every news. */
export function useOperatorNow(everyMs = 60_000): number {
  const [, draw] = useState(0);
  const visible = useVisible();
  useSyncStore((state) => state.toldAt);
  useEffect(() => {
    if (!visible) return;
    const timer = setInterval(() => draw((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, visible]);
  return operatorNow();
}

export async function loadSyncStatus(): Promise<void> {
  setSyncStatus(await callBridge('sync.status'));
}

/** Starts or joins a sync. @throws CabinetError */
export async function startSync(): Promise<void> {
  setSyncStatus(await callBridge('sync.start'));
}

/** @throws CabinetError */
export async function cancelSync(): Promise<void> {
  setSyncStatus(await callBridge('sync.cancel'));
}
