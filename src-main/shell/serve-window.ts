import { ipcMain } from 'electron';
import { CALL_CHANNEL, READY_CHANNEL } from '../../src-shared/bridge/channels';
import { createCallGate } from '../bridge/call-gate';
import { type BridgeDependencies, type CallSender, isTrustedSender, serveCall } from '../bridge/serve';

/** Answers the window's calls. @param onReady told when its page listens to events */
export function serveWindow(dependencies: BridgeDependencies, onReady: () => void): void {
  const gate = createCallGate();
  ipcMain.handle(CALL_CHANNEL, (event, name, input) =>
    gate(() => serveCall(event, name, input, dependencies)),
  );
  ipcMain.on(READY_CHANNEL, (event) => {
    if (isTrustedSender(event as CallSender, dependencies)) onReady();
  });
}
