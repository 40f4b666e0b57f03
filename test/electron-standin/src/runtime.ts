import { type Browser, hasDisplay, launchChromium } from './chromium';
import { type PageServer, type SchemeHandler, startPageServer } from './server';

/** What the parts of the stand-in share: the browser, the page server, the registered schemes. */
export const schemes = new Map<string, SchemeHandler>();
export const privileged = new Set<string>();
let preloadSource = '';

export const setPreload = (source: string): void => {
  preloadSource = source;
};

/** True under a test tool, which asks for a debugging port. */
export const isDriven = process.argv.some((argument) => argument.startsWith('--remote-debugging-port'));

/** Without a display and without a tool that drives it, a browser of the person's own is the window. */
export const isServedOnly = !isDriven && !hasDisplay() && process.env.SIP_CABINET_HEADLESS !== '1';

let started: Promise<{ browser: Browser | null; server: PageServer }> | null = null;

/** Starts the browser and the page server once; the program's main file is loaded meanwhile. */
export function startRuntime(): Promise<{ browser: Browser | null; server: PageServer }> {
  started ??= (async () => {
    const [browser, server] = await Promise.all([
      isServedOnly ? null : launchChromium(),
      startPageServer(schemes, () => preloadSource),
    ]);
    await browser?.cdp.send('Target.setDiscoverTargets', { discover: true });
    return { browser, server };
  })();
  return started;
}
