import { BrowserWindow } from './browser-window';

type PathOptions = { title?: string; defaultPath?: string; buttonLabel?: string };
type MessageOptions = { message: string; detail?: string; buttons?: string[]; cancelId?: number };

/** Electron's dialogs take the window first or leave it out. */
function withWindow<Options>(
  args: [BrowserWindow, Options] | [Options],
): [BrowserWindow | undefined, Options] {
  return args.length === 2 ? args : [BrowserWindow.getAllWindows()[0], args[0]];
}

async function askPath(
  window: BrowserWindow | undefined,
  title: string,
  options: PathOptions,
): Promise<string | null> {
  const answer = await window?.webContents.ask({
    kind: 'path',
    title: options.title ?? title,
    value: options.defaultPath ?? '',
    button: options.buttonLabel ?? 'OK',
  });
  return typeof answer === 'string' && answer !== '' ? answer : null;
}

export const dialog = {
  async showSaveDialog(...args: [BrowserWindow, PathOptions] | [PathOptions]) {
    const filePath = await askPath(...withTitle('Save as', args));
    return { canceled: filePath === null, filePath: filePath ?? '' };
  },
  async showOpenDialog(...args: [BrowserWindow, PathOptions] | [PathOptions]) {
    const path = await askPath(...withTitle('Open', args));
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showMessageBox(...args: [BrowserWindow, MessageOptions] | [MessageOptions]) {
    const [window, options] = withWindow(args);
    const buttons = options.buttons?.length ? options.buttons : ['OK'];
    const cancelId = options.cancelId ?? 0;
    const question = {
      kind: 'message' as const,
      title: options.message,
      detail: options.detail ?? '',
      buttons,
      cancelId,
    };
    const response = await window?.webContents.ask(question);
    return { response: typeof response === 'number' ? response : cancelId, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`);
  },
};

function withTitle(
  title: string,
  args: [BrowserWindow, PathOptions] | [PathOptions],
): [BrowserWindow | undefined, string, PathOptions] {
  const [window, options] = withWindow(args);
  return [window, title, options];
}
