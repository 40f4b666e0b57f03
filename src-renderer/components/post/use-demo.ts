import type { DemoState } from '../../../src-shared/bridge/program';
import { queryClient, useEvent, useProcedure } from '../../state/procedures';
import { useSession } from '../../state/session';

/** State of the embedded operator; null with a real one, of which nothing of the demo is seen. */
export function useDemo(): DemoState | null {
  // Before the session is known nothing has been started that could answer.
  const enabled = useSession() !== null;
  return useProcedure('demo.state', undefined, { enabled }).data ?? null;
}

export const setDemo = (state: DemoState): void => {
  queryClient.setQueryData(['demo.state', null], state);
};

/** Follows the operator's own changes; used once, at the top of the window. */
export function useDemoEvents(): void {
  const ask = (...names: string[]) => {
    for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] });
  };
  useEvent('demo.changed', ({ what }) => {
    if (what === 'post') ask('demo.mail', 'demo.sms');
    else ask('demo.state');
  });
  useEvent('settings.changed', () => ask('demo.state', 'program.info'));
}
