import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type {
  EventName,
  EventPayload,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/bridge/contract';
import { callBridge, type InputOf, onBridge } from './bridge';
import { cacheSetsOf } from './query-sets';

/** Answers come from this machine's cache: they hold until the program says that they changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

type ReadOptions = {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Keep showing the former answer while another input is being asked for. */
  keepPrevious?: boolean;
};

/** Reads through the bridge and stays fresh: a change of the data behind it asks again. */
export function useProcedure<Name extends ProcedureName>(
  name: Name,
  input: InputOf<Name>[0],
  options: ReadOptions = {},
): UseQueryResult<ProcedureOutput<Name>, Error> {
  return useQuery<ProcedureOutput<Name>, Error>({
    queryKey: [name, input ?? null],
    // A query may not hold undefined; procedures without an answer are never read this way.
    queryFn: () => callBridge(name, ...([input] as InputOf<Name>)),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** The first fault of what a page reads, with the way to ask again for all that failed; null: none. */
export function faultOf(
  ...answers: readonly Pick<UseQueryResult<unknown, Error>, 'error' | 'refetch'>[]
): { error: Error; onRetry: () => void } | null {
  const failed = answers.filter(({ error }) => error !== null);
  const error = failed[0]?.error;
  return error
    ? {
        error,
        onRetry: () => {
          for (const { refetch } of failed) void refetch();
        },
      }
    : null;
}

/** What a screen asks for, without the answer. */
export type Question = { name: ProcedureName; key: QueryKey; input: unknown };

/** What the open screens ask for. */
export const openQuestions = (): readonly Question[] =>
  queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .map(({ queryKey, meta }) => ({
      name: queryKey[0] as ProcedureName,
      key: queryKey,
      input: meta?.input ?? queryKey[1] ?? undefined,
    }));

/** Asks before a screen does. What fails is asked for once more by the screen, which tells of it. */
export async function askAhead(questions: readonly Question[]): Promise<void> {
  const ask = callBridge as (name: ProcedureName, input: unknown) => Promise<unknown>;
  await Promise.all(
    questions.map(({ name, key, input }) =>
      queryClient.prefetchQuery({ queryKey: key, queryFn: () => ask(name, input) }),
    ),
  );
}

/** A procedure that changes something: `mutate(input)`, `isPending`, `error`. */
export function useCommand<Name extends ProcedureName>(
  name: Name,
): UseMutationResult<ProcedureOutput<Name>, Error, InputOf<Name>[0]> {
  return useMutation<ProcedureOutput<Name>, Error, InputOf<Name>[0]>({
    mutationKey: [name],
    mutationFn: (input) => callBridge(name, ...([input] as InputOf<Name>)),
  });
}

/** Calls the latest listener for every event while the component is on the page. */
export function useEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => onBridge(name, (payload) => latest.current(payload)), [name]);
}

/** Asks again for everything that shows the changed sets. An unknown set asks for all. */
export function refreshSets(sets: readonly string[]): void {
  const known = new Set<string>(Object.values(cacheSetsOf).flat());
  const all = sets.some((set) => !known.has(set));
  void queryClient.invalidateQueries({
    predicate: (query) => {
      const shown = cacheSetsOf[query.queryKey[0] as ProcedureName];
      return shown !== undefined && (all || shown.some((set) => sets.includes(set)));
    },
  });
}
