import { _electron, type ElectronApplication, type Page, expect as playwrightExpect } from '@playwright/test';
import type {
  BridgeApi,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../src-shared/bridge/contract.ts';
import { launchOf, type ProgramKind } from './program.ts';

/** The patience of the tests, also where no test runner gives it. */
export const expect = playwrightExpect.configure({ timeout: 15_000 });

/** The day of the guide's own pages; every operator starts there unless the start says otherwise. */
const GUIDE_TIME = '2021-05-10T12:00:00+03:00';

export type StartOptions = { operatorTime?: string; args?: string[]; env?: Record<string, string> };

/** A running program with its window. */
export type Cabinet = {
  app: ElectronApplication;
  page: Page;
  data: string;
  /** Calls a procedure of the bridge from the page, as the screens do. */
  call<Name extends ProcedureName>(name: Name, input?: ProcedureInput<Name>): Promise<ProcedureOutput<Name>>;
  /** The next save dialog answers with this path. */
  saveTo(path: string): Promise<void>;
  close(): Promise<void>;
};

/** Starts the program with its data in the folder `data`; what it says goes to `onOutput`. */
export async function startCabinet(
  program: ProgramKind,
  data: string,
  options: StartOptions = {},
  onOutput: (text: string) => void = () => {},
): Promise<Cabinet> {
  const launch = await launchOf(program);
  const app = await _electron.launch({
    ...launch,
    args: [
      ...launch.args,
      `--user-data-dir=${data}`,
      `--operator-clock=${options.operatorTime ?? GUIDE_TIME}`,
      ...(options.args ?? []),
    ],
    env: { ...(process.env as Record<string, string>), ...options.env },
    colorScheme: null,
  });
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (chunk) => onOutput(String(chunk)));
  }
  const page = await app.firstWindow();
  page.on('console', (message) => onOutput(`page ${message.type()}: ${message.text()}\n`));
  page.on('pageerror', (error) => onOutput(`page error: ${error.stack}\n`));
  // The window is there before its page: calls would end with the navigation.
  await page.waitForFunction(() => 'cabinet' in window && document.querySelector('h1') !== null);
  return {
    app,
    page,
    data,
    async call(name, input) {
      const envelope = await page.evaluate(
        ({ procedure, given }): Promise<unknown> => {
          const { call } = (window as unknown as { cabinet: BridgeApi }).cabinet;
          return (call[procedure as ProcedureName] as (value: unknown) => Promise<unknown>)(given);
        },
        { procedure: name as string, given: input as unknown },
      );
      const answer = envelope as { ok: boolean; value: never; error: object };
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    async saveTo(path) {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
    },
    close: () => app.close(),
  };
}
