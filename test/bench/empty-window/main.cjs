// The least program with a window: what the runtime itself needs to start.
const { app, BrowserWindow, protocol, session } = require('electron');

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  session.defaultSession.protocol.handle(
    'app',
    () =>
      new Response('<!doctype html><title>Empty</title><button>Ready</button>', {
        headers: { 'content-type': 'text/html' },
      }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL('app://empty/');
});
app.on('window-all-closed', () => app.quit());
