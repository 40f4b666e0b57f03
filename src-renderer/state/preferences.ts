import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import { create } from 'zustand';
import { callBridge } from './bridge';

type Json = z.infer<ReturnType<typeof z.json>>;

/** Small facts of the window that survive a restart: column widths, the open page, the folded menu. */
const usePreferences = create<{ values: Readonly<Record<string, Json>> }>(() => ({ values: {} }));

/** Called once before the first paint of screens. */
export async function loadPreferences(): Promise<void> {
  usePreferences.setState({ values: await callBridge('preferences.get') });
}

export const readPreference = (key: string): Json | undefined => usePreferences.getState().values[key];

const WRITE_AFTER_MS = 300;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Shown at once, written a moment later: dragging a column must not write a hundred times. */
export function keepPreference(key: string, value: Json): void {
  usePreferences.setState((state) => ({ values: { ...state.values, [key]: value } }));
  clearTimeout(waiting.get(key));
  const write = () => {
    waiting.delete(key);
    // Losing a column width is no reason to disturb anyone.
    callBridge('preferences.set', { key, value }).catch(() => undefined);
  };
  waiting.set(key, setTimeout(write, WRITE_AFTER_MS));
}

/**
 * A kept value and its setter. What is stored was written by any version of the program, so it is checked.
 * @param schema and fallback (used when nothing valid is stored) are kept stable between renders.
 */
export function usePreference<Value extends Json>(
  key: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): [Value, (value: Value) => void] {
  const stored = usePreferences((state) => state.values[key]);
  const parsed = useMemo(() => schema.safeParse(stored), [schema, stored]);
  const set = useCallback((value: Value) => keepPreference(key, value), [key]);
  return [parsed.success ? parsed.data : fallback, set];
}
