import { app, BrowserWindow, nativeTheme } from 'electron';
import { type PageFaults, reloadAfterCrash } from './page-faults';
import { START_URL } from './protocol';

const BACKGROUND = { light: '#ffffff', dark: '#1b1d20' };

export type WindowOptions = PageFaults & {
  preload: string;
  title: string;
  /** Told when the window has gone from the screen, and when it is back. */
  onSeen(seen: boolean): void;
  onClosed(): void;
};

/** The cabinet's only window. Place and size are kept by the system's own persistence, on a visible display. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    title: options.title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // The page of a shipped program is nobody's to take apart.
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  const tellSeen = () => options.onSeen(window.isVisible() && !window.isMinimized());
  window.on('show', tellSeen);
  window.on('hide', tellSeen);
  window.on('minimize', tellSeen);
  window.on('restore', tellSeen);
  window.on('closed', options.onClosed);
  reloadAfterCrash(window, options);
  void window.loadURL(START_URL).catch(() => {
    // A load that is aborted by closing the window is no fault.
  });
  return window;
}

/** Brings the window to the front, for a second start and for the dock. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
