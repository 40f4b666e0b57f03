import type { DemoSize } from '../../../src-shared/bridge/settings';
import { createDocumentThread } from '../documents/thread';
import type { OperatorHost, OperatorOptions } from '../index';
import { createDemoPanel } from './panel';

export type DemoHostOptions = Omit<OperatorOptions, 'size' | 'documents' | 'seed'> & {
  /** What the operator's documents are made with. */
  printing: { script: string; fontFolder: string };
  /** Instant at which the operator's clock starts; null: as the computer's. */
  startsAt: number | null;
  /** A letter or an SMS has come. */
  onPost(): void;
};

/** The demo company is the same on every computer. */
const SEED = 2021;

/** The embedded operator of a program: started when it is wanted, closed when it is not. */
export function createDemoHost({ printing, startsAt, onPost, ...options }: DemoHostOptions) {
  const documents = createDocumentThread(printing);
  let host: OperatorHost | null = null;
  return {
    /** Null while it does not run. */
    current: () => host,
    /** Its switches; null while it does not run. */
    panel: () => host && createDemoPanel(host.control),
    /** Starts it, or gives it another size. @throws as `startOperator` does */
    async run(size: DemoSize): Promise<void> {
      if (host) {
        if (host.control.getState().size !== size) await host.control.setSize(size);
        return;
      }
      // Loaded when it is wanted: the window does not wait for its code.
      const { startOperator } = await import('../index');
      host = await startOperator({ ...options, documents, size, seed: SEED });
      if (startsAt !== null) await host.control.setClock(startsAt);
      host.control.onPost(onPost);
    },
    async close(): Promise<void> {
      const ending = host;
      host = null;
      await ending?.close();
    },
  };
}
