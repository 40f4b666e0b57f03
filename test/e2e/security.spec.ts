import type { BridgeApi } from '../../src-shared/bridge/contract';
import { events, procedures } from '../../src-shared/bridge/contract';
import type { Cabinet } from './cabinet.ts';
import { expect, test } from './fixtures';

/** What a page that somebody has taken over finds: nothing to run, nowhere to go, nobody who listens. */
test('the window is shut', async ({ cabinet, program }) => {
  // Fifty megabytes and ten thousand calls have to come through.
  test.slow();
  const { app, page } = cabinet;
  await watch(cabinet);

  await test.step('its page is isolated and its policy strict', async () => {
    const seen = await page.evaluate(async () => {
      // Without a network every request fails; only the policy reports itself.
      const refused = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          if (effectiveDirective === 'connect-src') resolve(blockedURI);
        });
      });
      fetch('https://example.com/secrets').catch(() => {});
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      const holder = document.createElement('div');
      holder.innerHTML =
        '<img src="x" onerror="window.injected = true"><svg onload="window.injected = true">';
      document.body.append(holder);
      // Later and not from here: what a test tool runs in the page is excepted from the policy.
      const evaluated = new Promise<boolean>((resolve) => {
        setTimeout(() => {
          try {
            resolve(Boolean(new Function('return false')()));
          } catch {
            resolve(true);
          }
        });
      });
      return {
        evalBlocked: await evaluated,
        fetchRefused: await refused,
        injected: 'injected' in window,
        names: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
      };
    });
    expect(seen).toEqual({
      evalBlocked: true,
      fetchRefused: 'https://example.com/secrets',
      injected: false,
      names: [],
    });
  });

  await test.step('nothing is exposed but the contract', async () => {
    const exposed = await page.evaluate(() => {
      const { cabinet } = window as unknown as { cabinet: BridgeApi };
      const frozen = [cabinet, cabinet.call, cabinet.on].every(Object.isFrozen);
      return {
        frozen,
        api: Object.keys(cabinet),
        call: Object.keys(cabinet.call),
        on: Object.keys(cabinet.on),
      };
    });
    expect(exposed).toEqual({
      frozen: true,
      api: ['call', 'on', 'ready'],
      call: Object.keys(procedures),
      on: Object.keys(events),
    });
  });

  await test.step('nothing leads out of it', async () => {
    for (const href of ['https://evil.test/link', 'file:///etc/passwd', 'javascript:window.injected=1']) {
      await page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
        window.open(target);
      }, href);
    }
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://evil.test/form';
      document.body.append(form);
      form.submit();
      window.open('about:blank');
      window.open('https://github.com.evil.test/');
    });
    // By itself and last: a navigation ends the one before it.
    await page.evaluate(() => location.assign('https://evil.test/assign'));
    await expect
      .poll(() => seenOf(cabinet, 'navigations'))
      .toEqual(expect.arrayContaining(['https://evil.test/assign prevented']));
    expect(await seenOf(cabinet, 'opened')).toEqual([]);
    expect(app.windows()).toHaveLength(1);
  });

  await test.step('it holds no other page: frames, views, workers', async () => {
    await page.evaluate(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      const add = (markup: string) => document.body.insertAdjacentHTML('beforeend', markup);
      add('<iframe src="https://evil.test/"></iframe><iframe src="/"></iframe><object data="/"></object>');
      add('<iframe srcdoc="<script>parent.injected = true</script>"></iframe>');
      add('<webview src="https://evil.test/" allowpopups nodeintegration></webview>');
      add('<base href="https://evil.test/"><meta http-equiv="refresh" content="0;url=https://evil.test/">');
      new Promise(() => new Worker(URL.createObjectURL(new Blob(['1'])))).catch(() => {});
    });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { violations: string[] }).violations))
      .toEqual(expect.arrayContaining(['frame-src', 'object-src', 'worker-src', 'base-uri']));
    for (const frame of page.frames().slice(1)) {
      expect(await frame.evaluate(() => 'cabinet' in window)).toBe(false);
    }
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  await test.step('it is granted nothing and saves nothing by itself', async () => {
    const answers = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name} ${state}`;
      });
      const location = new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('position'),
          ({ code }) => resolve(code),
        ),
      );
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          ({ name }: Error) => name,
        );
      const link = document.createElement('a');
      link.href = 'data:application/octet-stream,x';
      link.download = 'evil.exe';
      link.click();
      return {
        states: await Promise.all(states),
        location: await location,
        notifications: await Notification.requestPermission(),
        clipboard: await outcome(navigator.clipboard.readText()),
        media: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      };
    });
    expect(answers.states.filter((line) => !line.endsWith(' denied'))).toEqual([]);
    expect(answers).toMatchObject({ location: 1, notifications: 'denied', clipboard: 'NotAllowedError' });
    expect(answers.media).not.toBe('granted');
    await expect.poll(() => seenOf(cabinet, 'downloads')).toEqual(['evil.exe prevented']);
  });

  await test.step('its files are the folder’s and are only read', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = [
        '/..%2fmain%2fmain.cjs',
        '/%2e%2e/main/main.cjs',
        '/%2e%2e%2fmain%2fmain.cjs',
        '/..%5cmain%5cmain.cjs',
        '/assets/..%2f..%2f..%2fpackage.json',
        '/..%2frenderer-evil%2fx.js',
        '/%00/index.html',
        '/index.html%00.js',
        '//etc/passwd.js',
        '/%zz.js',
        'app://other/index.html',
        'app://cabinet.evil/index.html',
        'file:///etc/passwd',
      ];
      const read = async (path: string, method = 'GET') => {
        const answer = await fetch(path, { method }).catch(() => null);
        // A path that Chromium itself has made harmless is a page of the cabinet.
        const isPage = answer?.ok && (await answer.text()).includes('<div id="root">');
        return answer?.ok && !isPage ? `${method} ${path}` : null;
      };
      const found = [
        ...(await Promise.all(paths.map((path) => read(path)))),
        ...(await Promise.all(['POST', 'PUT', 'DELETE'].map((method) => read('/index.html', method)))),
      ];
      const posted = (await fetch('/index.html', { method: 'POST' })).status;
      return { found: found.filter(Boolean), posted, own: (await fetch('/index.html')).status };
    });
    expect(statuses).toEqual({ found: [], posted: 405, own: 200 });
  });

  await test.step('the bridge refuses what the contract does not have', async () => {
    const codes = await page.evaluate(async () => {
      const { call } = (window as unknown as { cabinet: BridgeApi }).cabinet;
      const calls = call as unknown as Record<
        string,
        (input: unknown) => Promise<{ error?: { code: string } }>
      >;
      const code = async (name: string, input: unknown) =>
        (await calls[name]?.(input))?.error?.code ?? 'no such function';
      const cycle: unknown[] = [];
      cycle.push(cycle);
      return {
        shape: await code('subscribers.search', { mask: 1, offset: -1, limit: 1e9 }),
        extra: await code('cdrs.page', { filter: {}, sort: {}, offset: 0, limit: 10, extra: true }),
        unknown: await code('constructor.constructor', undefined),
        signedOut: await code('account.get', undefined),
        prototype: await code('preferences.set', { key: '__proto__', value: 1 }),
        plainHttp: await code('settings.set', { operator: { kind: 'remote', url: 'http://evil.test/' } }),
        program: await code('program.saveText', { name: 'evil.exe', text: '' }),
        heavy: await code('program.copyText', { text: 'x'.repeat(50_000_000) }),
      };
    });
    expect(codes).toEqual({
      shape: 'bad-input',
      extra: 'bad-input',
      unknown: 'no such function',
      signedOut: 'not-signed-in',
      prototype: 'bad-input',
      plainHttp: 'bad-input',
      program: 'bad-input',
      heavy: 'bad-input',
    });
  });

  await test.step('ten thousand calls at once are answered or refused, and the next one is served', async () => {
    const counts = await page.evaluate(async () => {
      const { call } = (window as unknown as { cabinet: BridgeApi }).cabinet;
      const flood = Array.from({ length: 10_000 }, () => call['sync.status'](undefined));
      const answers = await Promise.all(flood);
      const next = await call['sync.status'](undefined);
      const codes = answers.map((answer) => (answer.ok ? 'served' : answer.error.code));
      return { codes: [...new Set(codes)].sort(), next: next.ok };
    });
    expect(counts).toEqual({ codes: ['served', 'too-many-calls'], next: true });
  });

  await test.step('after all of it the page is what it was', async () => {
    await expect(page.getByRole('heading', { name: 'Вход в аккаунт' })).toBeVisible();
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
    expect((await seenOf(cabinet, 'navigations')).filter((line) => !line.endsWith(' prevented'))).toEqual([]);
    expect(await seenOf(cabinet, 'opened')).toEqual([]);
  });

  await test.step('its page is not taken apart in a shipped program', async () => {
    const opened = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return contents?.isDevToolsOpened();
    });
    if (program === 'packaged') expect(opened).toBe(false);
  });
});

type Seen = { navigations: string[]; downloads: string[]; opened: string[] };

/** Notes in the main process what the page tried, after the program has had its say. */
async function watch({ app }: Cabinet): Promise<void> {
  await app.evaluate(({ BrowserWindow, session, shell }) => {
    const seen: Seen = { navigations: [], downloads: [], opened: [] };
    Object.assign(globalThis, { seen });
    const verdict = (event: { defaultPrevented: boolean }) =>
      event.defaultPrevented ? 'prevented' : 'passed';
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
      seen.navigations.push(`${event.url} ${verdict(event)}`);
    });
    session.defaultSession.on('will-download', (event, item) => {
      seen.downloads.push(`${item.getFilename()} ${verdict(event)}`);
    });
    shell.openExternal = async (url) => {
      seen.opened.push(url);
    };
  });
}

const seenOf = ({ app }: Cabinet, what: keyof Seen): Promise<string[]> =>
  app.evaluate((_electron, name) => (globalThis as unknown as { seen: Seen }).seen[name], what);
