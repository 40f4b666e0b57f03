import { useMemo } from 'react';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import { queryClient, useCommand, useProcedure } from '../../state/procedures';

type LabelList = ProcedureOutput<'labels.list'>;

const KEY = ['labels.list', null];
const NONE: LabelList['items'] = [];

type Labels = {
  /** The person's own labels by the subscriber's id. */
  of: ReadonlyMap<number, readonly string[]>;
  /** All labels there are, in order. */
  all: readonly string[];
  set: (subscriberId: number, labels: string[]) => void;
  error: Error | null;
};

/** Labels that the person gives to subscribers; they stay on this computer. */
export function useLabels(): Labels {
  const items = useProcedure('labels.list', undefined).data?.items ?? NONE;
  const { mutate, error } = useCommand('labels.set');
  return useMemo(() => {
    const of = new Map(items.map(({ subscriberId, labels }) => [subscriberId, labels]));
    const all = [...new Set(items.flatMap(({ labels }) => labels))].sort((a, b) => a.localeCompare(b, 'ru'));
    const set = (subscriberId: number, labels: string[]) => {
      // Shown at once; what the program answers stands when it comes.
      const others = items.filter((item) => item.subscriberId !== subscriberId);
      queryClient.setQueryData<LabelList>(KEY, { items: [...others, { subscriberId, labels }] });
      mutate(
        { subscriberId, labels },
        {
          onSettled: () => {
            void queryClient.invalidateQueries({ queryKey: KEY });
            void queryClient.invalidateQueries({ queryKey: ['subscribers.search'] });
          },
        },
      );
    };
    return { of, all, set, error };
  }, [items, mutate, error]);
}
