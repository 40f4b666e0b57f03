import { CabinetError } from '../../../src-shared/bridge/errors';
import type { CdrPage } from '../../store/write/cdr-page';
import { startThread } from '../thread';
import type { FromIntake, IntakeStart, ToIntake } from './messages';

/** A thread that stores records, so that reading goes on meanwhile. */
export type IntakeThread = {
  /**
   * Stores a page after those given before.
   * @returns names of the data sets that it changed
   * @throws CabinetError when storing fails, and for every later page; ThreadGone
   */
  store(page: CdrPage): Promise<string[]>;
  /** Ends the thread when everything given is stored. */
  end(): Promise<void>;
};

/** @param script the thread's bundle */
export function startIntakeThread(script: string, start: IntakeStart): IntakeThread {
  const thread = startThread<ToIntake, FromIntake>(script, 'intake', start);
  return {
    async store(page) {
      const answer = await thread.ask({ kind: 'page', page });
      if (answer.kind === 'stored') return answer.changed;
      throw answer.text ? new Error(answer.text) : new CabinetError(answer.error.code, answer.error.params);
    },
    end() {
      thread.tell({ kind: 'end' });
      return thread.ended;
    },
  };
}
