import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';

const app = new EventEmitter();
const openExternal = vi.fn();
vi.mock('electron', () => ({ app, shell: { openExternal }, protocol: {} }));
const { guardEverything, isAllowedExternal, isOwnUrl } = await import('./security');

describe('addresses', () => {
  it.each([
    'http://github.com/',
    'https://github.com.evil.test/',
    'https://evil.test/github.com',
    'https://user@github.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'app://cabinet/',
    'not a url',
  ])('never leaves the program for %s', (url) => {
    expect(isAllowedExternal(url)).toBe(false);
  });

  it('opens a listed host over https', () => {
    expect(isAllowedExternal('https://github.com/some/page')).toBe(true);
  });

  it.each(['app://cabinet.evil/', 'app://other/', 'https://cabinet/', 'app:cabinet', ''])(
    'does not take %s for a page of its own',
    (url) => {
      expect(isOwnUrl(url)).toBe(false);
    },
  );

  it('knows its own pages', () => {
    expect(isOwnUrl('app://cabinet/subscribers?x=1')).toBe(true);
  });
});

describe('every page of the program', () => {
  const handlers: Record<string, (...args: unknown[]) => unknown> = {};
  const note = (name: string) => (handler: (...args: unknown[]) => unknown) => {
    handlers[name] = handler;
  };
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: note('request'),
    setPermissionCheckHandler: note('check'),
    setDevicePermissionHandler: note('device'),
  });
  guardEverything(session as unknown as Session);
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: note('open') });
  app.emit('web-contents-created', {}, contents);

  const isPrevented = (emitter: EventEmitter, name: string, url: string) => {
    const event = { url, preventDefault: vi.fn() };
    emitter.emit(name, event, url);
    return event.preventDefault.mock.calls.length > 0;
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays where it is (%s)', (name) => {
    for (const url of ['https://evil.test/', 'file:///etc/passwd', 'data:text/html,x', 'about:blank']) {
      expect(isPrevented(contents, name, url)).toBe(true);
    }
    expect(isPrevented(contents, name, 'app://cabinet/subscribers')).toBe(false);
  });

  it('opens no window; only listed addresses go to the browser of the system', () => {
    for (const url of [
      'https://evil.test/',
      'javascript:alert(1)',
      'file:///x',
      'app://cabinet/',
      'about:blank',
    ]) {
      expect(handlers.open?.({ url })).toEqual({ action: 'deny' });
    }
    expect(openExternal).not.toHaveBeenCalled();
    expect(handlers.open?.({ url: 'https://github.com/x' })).toEqual({ action: 'deny' });
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://github.com/x');
  });

  it('holds no view of another page and takes no file', () => {
    expect(isPrevented(contents, 'will-attach-webview', '')).toBe(true);
    expect(isPrevented(session, 'will-download', '')).toBe(true);
  });

  it('is granted nothing', () => {
    const decide = vi.fn();
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'hid',
    ]) {
      handlers.request?.(contents, permission, decide);
      expect(handlers.check?.(contents, permission, 'app://cabinet')).toBe(false);
    }
    expect(decide.mock.calls.flat()).toEqual(new Array(6).fill(false));
    expect(handlers.device?.({ deviceType: 'usb' })).toBe(false);
  });
});
