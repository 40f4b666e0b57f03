import { useQueries } from '@tanstack/react-query';
import type { Subscriber } from '../../src-shared/domain/account';
import { callBridge } from '../state/bridge';

/** Subscribers by their ids, as far as they are here. */
export function useSubscribers(ids: readonly number[]): ReadonlyMap<number, Subscriber> {
  return useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['subscribers.get', { id }],
      queryFn: () => callBridge('subscribers.get', { id }),
    })),
    combine: toMap,
  });
}

// One function for all renders: the map stays the same while the answers do.
const toMap = (
  answers: readonly { data?: { subscriber: Subscriber } | undefined }[],
): ReadonlyMap<number, Subscriber> =>
  new Map(answers.flatMap(({ data }) => (data ? [[data.subscriber.id, data.subscriber] as const] : [])));
