import { chmodSync } from 'node:fs';
import { app, type BrowserWindow, clipboard, nativeTheme, powerMonitor, session } from 'electron';
import { z } from 'zod';
import { EVENT_CHANNEL } from '../src-shared/bridge/channels';
import { defaultSettings } from '../src-shared/bridge/default-settings';
import type { SessionView } from '../src-shared/bridge/session';
import { keptSettingsSchema, type Settings } from '../src-shared/bridge/settings';
import type { SyncStatus } from '../src-shared/bridge/sync';
import { systemClock } from '../src-shared/domain/period';
import { createDemoHandlers } from './bridge/demo';
import { createEventQueue } from './bridge/events';
import { createProgramHandlers, type Preferences } from './bridge/program';
import type { BridgeDependencies } from './bridge/serve';
import { describeFault } from './cabinet/describe-fault';
import { keepYoungHeap } from './cabinet/young-heap';
import { createDemoHost } from './operator/demo/host';
import { readArguments } from './shell/arguments';
import { createPlaceQuestions } from './shell/ask-places';
import { createCacheServices } from './shell/cache-services';
import { guardClosing, mayEndWithProgram } from './shell/close-guard';
import { createCoreHost } from './shell/core-host';
import { createDocumentServices } from './shell/document-services';
import { jsonFile } from './shell/json-file';
import { flushOnSessionEnd, isOnlyInstance, manageLifecycle } from './shell/lifecycle';
import { createLog } from './shell/log';
import { installMenu } from './shell/menu';
import { emptyOpened, openBytes, openPath } from './shell/open-files';
import { findPlaces, type Places } from './shell/places';
import { describeProgram } from './shell/program-info';
import { readWindowFiles, registerScheme, serveWindowFiles, type WindowFiles } from './shell/protocol';
import { saveText } from './shell/save-text';
import { createSecretClipboard } from './shell/secret-clipboard';
import { createSecrets } from './shell/secrets';
import { guardEverything, isOwnUrl } from './shell/security';
import { serveWindow } from './shell/serve-window';
import { createServices } from './shell/services';
import { runSmokeTest } from './shell/smoke-test';
import { endWithWords } from './shell/start-fault';
import { noticeUnattended } from './shell/unattended';
import { startUpdates } from './shell/updates';
import { createWindow, focusWindow } from './shell/window';

const APP_ID = 'by.sipcabinet.desktop';
const TITLE = 'SIP Cabinet — Личный кабинет SIP';

declare const __APP_VERSION__: string;

// Whatever the program writes is this user's only.
process.umask(0o077);
keepYoungHeap();
registerScheme();
app.enableSandbox();
app.setAppUserModelId(APP_ID);
app.setName('SIP Cabinet');
if (isOnlyInstance()) {
  const places = findPlaces();
  const files = readWindowFiles(places.window);
  void app
    .whenReady()
    .then(() => start(places, files))
    .catch(endWithWords);
} else {
  app.exit(0);
}

async function start(places: Places, files: WindowFiles): Promise<void> {
  const given = readArguments();
  const log = createLog(places.logs, systemClock.now);
  const settings = jsonFile<Settings>(places.settings, keptSettingsSchema, defaultSettings);
  const preferences = jsonFile<Preferences>(places.preferences, z.record(z.string(), z.json()), {});
  const secrets = createSecrets();
  const secretClipboard = createSecretClipboard();
  let window: BrowserWindow | null = null;
  let current: SessionView | null = null;

  chmodSync(app.getPath('userData'), 0o700);
  emptyOpened(places.opened);
  nativeTheme.themeSource = settings.read().theme;
  guardEverything(session.defaultSession);
  serveWindowFiles(session.defaultSession.protocol, files, () => ({
    settings: settings.read(),
    sessionKnown: current !== null,
  }));

  const newWindow = () =>
    createWindow({
      preload: places.preload,
      title: TITLE,
      now: systemClock.now,
      language: () => settings.read().language,
      onGone(reason) {
        log('error', `the window's process ended: ${reason}`);
        events.close();
      },
      onSeen: (seen) => services.setHidden(!seen),
      onClosed() {
        events.close();
        window = null;
        services.setHidden(true);
      },
    });
  // Before all else: its process starts while the rest is made.
  const firstWindow = newWindow();

  const events = createEventQueue((name, payload) => {
    if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload);
  });
  const onFault = (name: string, error: unknown) => log('error', `${name}: ${describeFault(error)}`);
  process.on('uncaughtExceptionMonitor', (error) => onFault('main', error));

  const core = createCoreHost({
    script: places.core,
    calls: {
      'secrets.encrypt': ({ text }) => secrets.encrypt(text),
      'secrets.decrypt': ({ text }) => secrets.decrypt(text),
    },
    log,
    now: systemClock.now,
    onEvent(name, payload) {
      if (name === 'session.changed') follow(payload as SessionView);
      if (name === 'sync.status') cacheFile.onSync(payload as SyncStatus);
      if (name === 'cache.leftOpen') cacheFile.onLeftOpen();
      else if (name !== 'log') events.emit(name, payload as never);
    },
    onRestart() {
      // A core that starts sweeps unfinished copies away.
      cacheFile.close();
      events.emit('core.restarted', {});
    },
    onGivenUp() {
      cacheFile.close();
      current = null;
      void leaveNothing();
      events.emit('core.stopped', {});
    },
  });

  const operator = createDemoHost({
    dataDir: places.operator,
    clock: systemClock,
    printing: { script: places.operatorDocuments, fontFolder: places.fonts },
    port: given.operatorPort,
    startsAt: given.operatorClock,
    onError: (error) => onFault('operator', error),
    onPost: () => events.emit('demo.changed', { what: 'post' }),
  });

  function follow(view: SessionView): void {
    current = view;
    cacheFile.onSession(view);
    if (view.phase === 'signed-out') void leaveNothing();
  }

  /** What was taken out of the account for a while goes with it. */
  const leaveNothing = async (): Promise<void> => {
    emptyOpened(places.opened);
    await secretClipboard.clear().catch((error) => onFault('clipboard', error));
  };
  const lock = () => {
    if (current) void core.call('session.lock', undefined).catch((error) => onFault('session.lock', error));
  };
  const unattended = noticeUnattended(lock);

  const services = createServices({
    core,
    operator,
    settings: settings.read,
    dataFolder: places.caches,
    onFault,
  });

  const sendMenu = (language: Settings['language']) =>
    installMenu(language, { send: (command) => events.emit('menu.command', { command }), lock });

  async function applySettings(next: Settings, previous: Settings): Promise<void> {
    // Before anything is closed.
    if (services.addressOf(next) !== services.addressOf(previous))
      await core.call('core.checkNothingIsLost', undefined);
    // What takes no time is not to be done over what was chosen while the rest takes its own.
    nativeTheme.themeSource = next.theme;
    unattended.setLimit(next.lockAfterMin);
    if (next.language !== previous.language) sendMenu(next.language);
    if (next.operator !== previous.operator || next.demoSize !== previous.demoSize)
      await services.followOperator(next);
    if (next.operator !== previous.operator || next.syncEveryMin !== previous.syncEveryMin) {
      await services.configureCore(next);
    }
  }

  const info = () =>
    describeProgram({ version: __APP_VERSION__, secrets, operatorUrl: services.addressOf(settings.read()) });
  const ask = createPlaceQuestions(() => window, preferences, onFault);
  const onDamage = () =>
    void core.call('core.checkCache', undefined).catch((error) => onFault('core.checkCache', error));
  const documents = createDocumentServices({
    core,
    places,
    log,
    ask,
    account: () => current?.account?.number ?? null,
    window: () => window,
    emit: events.emit,
    onDamage,
    onFault,
  });

  const cacheFile = createCacheServices({
    core,
    places,
    log,
    keepBackups: () => settings.read().keepBackups,
    facts: async () => ({
      madeAt: systemClock.now(),
      info: await info(),
      settings: settings.read(),
      cache: current?.account ? await core.call('diagnosis.cache', undefined).catch(() => null) : null,
      home: app.getPath('home'),
    }),
    emit: events.emit,
    onDamage,
    onFault,
  });

  const dependencies: BridgeDependencies = {
    windowId: () => window?.webContents.id ?? null,
    isOwnUrl,
    begun: services.begun,
    callCore: (name, input) => core.call(name, input as never),
    onFault,
    handlers: {
      ...documents.handlers,
      ...cacheFile.handlers,
      ...createProgramHandlers({
        settings,
        preferences,
        applySettings,
        info,
        startAgain: services.startAgain,
        openPath,
        copyText: (text) => clipboard.writeText(text),
        copySecret: secretClipboard.copy,
        askWhereToSave: ask.askWhereToSave,
        saveText,
        emit: events.emit,
      }),
      ...createDemoHandlers({
        operator: () => operator.panel(),
        rememberSize: (demoSize) => settings.write({ ...settings.read(), demoSize }),
        openBytes: (name, bytes) => openBytes(places.opened, name, bytes),
        emit: events.emit,
      }),
    },
  };
  serveWindow(dependencies, events.open);

  const shutdown = async (): Promise<void> => {
    await leaveNothing();
    cacheFile.close();
    await documents.cancelAll();
    await core.shutdown();
    // An operator that is still starting is closed as well.
    await services.settled();
    await operator.close();
  };

  function openWindow(opened = newWindow()): void {
    window = opened;
    services.setHidden(false);
    opened.webContents.on('did-start-loading', () => events.close());
    unattended.watch(opened.webContents);
    flushOnSessionEnd(opened, shutdown);
    guardClosing(opened, {
      language: () => settings.read().language,
      mayLose: () => current !== null && mayEndWithProgram(current),
      checkNothingIsLost: () => core.call('core.checkNothingIsLost', undefined),
    });
  }

  manageLifecycle({
    window: () => window,
    openWindow,
    onSecondInstance: () => (window ? focusWindow(window) : openWindow()),
    shutdown,
  });
  // A window can come back blank after sleep; painting it anew costs nothing.
  powerMonitor.on('resume', () => window?.webContents.invalidate());

  sendMenu(settings.read().language);
  unattended.setLimit(settings.read().lockAfterMin);
  // Operator and core start when the page asks the first thing of them.
  openWindow(firstWindow);
  void startUpdates(log);
  if (given.smokeTest && window) runSmokeTest(window, given.smokeTest, () => services.begun().then(info));
}
