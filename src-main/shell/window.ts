import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { offerEditing } from './edit-menu';
import { type PageFaults, reloadAfterCrash } from './page-faults';
import { START_URL } from './protocol';

const BACKGROUND = { light: '#ffffff', dark: '#1b1d20' };

/** Less than this the pages are not drawn for; see `smallest`. */
const MIN = { width: 1024, height: 700 };

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
    ...smallest(),
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
  // The page calls itself by what it shows; on the taskbar that would be seen also while the cabinet is locked.
  window.on('page-title-updated', (event) => event.preventDefault());
  offerEditing(window, options.language);
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

/**
 * The system lets no window be smaller than its limits, also a maximized one: where a display has less room (a laptop
 * at 150 %), the foot of the window would lie behind the taskbar and below the screen.
 */
function smallest(): { minWidth: number; minHeight: number } {
  const rooms = screen.getAllDisplays().map(({ workAreaSize }) => workAreaSize);
  return {
    minWidth: Math.min(MIN.width, ...rooms.map(({ width }) => width)),
    minHeight: Math.min(MIN.height, ...rooms.map(({ height }) => height)),
  };
}

/** Brings the window to the front, for a second start and for the dock. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
