import { app, type Session, shell, type WebContents } from 'electron';
import { ORIGIN } from './protocol';

/** Hosts that the system browser may be sent to. The window shows no links of operators' texts. */
const EXTERNAL_HOSTS: readonly string[] = ['github.com'];

/** True for addresses that may leave the program: https, a listed host, no credentials. */
export function isAllowedExternal(url: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(url);
    return protocol === 'https:' && !username && !password && EXTERNAL_HOSTS.includes(hostname);
  } catch {
    return false;
  }
}

/** True when a URL is a page of the window itself. */
export function isOwnUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === ORIGIN;
  } catch {
    return false;
  }
}

function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, url: string): void => {
    if (!isOwnUrl(url)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isAllowedExternal(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Refuses navigation away, new windows, webviews, permissions and downloads everywhere. */
export function guardEverything(session: Session): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
