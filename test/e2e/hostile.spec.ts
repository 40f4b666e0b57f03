import { expect, test } from './fixtures';
import { startHostileOperator } from './hostile-operator';
import { walkScreens } from './screens';
import { finishSync } from './steps';
import { toProgram } from './walking';

/** Screens that need the switches of the embedded operator, or come before the sign-in. */
const NOT_HERE = /^(sign-in|recovery|registration|post|new-password|demo|offline|cache-locked)/;

test('texts of a hostile operator stay texts on every screen', async ({ cabinet }) => {
  test.slow();
  const { page, call } = cabinet;
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push(dialog.message())));
  await page.evaluate(() => {
    const ran: string[] = [];
    Object.assign(window, { ran, hacked: () => ran.push(location.href) });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      ran.push(`${violatedDirective} ${blockedURI}`),
    );
  });

  const operator = await startHostileOperator();
  try {
    await call('settings.set', { operator: { kind: 'remote', url: operator.url } });
    const shown: string[] = [];
    const look = async (name: string) => {
      const { ran, markup, text } = await page.evaluate(() => ({
        ran: (window as unknown as { ran: string[] }).ran,
        markup: document.querySelector(
          'body script, body img, [onerror], [onload], a[href^="javascript:" i], iframe, object, embed',
        )?.outerHTML,
        text: document.body.innerText,
      }));
      expect({ ran, markup }, name).toEqual({ ran: [], markup: undefined });
      expect(text, name).not.toMatch(/[\u200b\u202a-\u202e\u2066-\u2069]/);
      if (text.includes('hacked()')) shown.push(name);
    };

    await walkScreens(cabinet, look, ({ name }) => !NOT_HERE.test(name));
    expect(shown.length, `payloads were on ${shown.join(', ')}`).toBeGreaterThan(15);

    await test.step('the operator’s reason of a refusal', async () => {
      const body = { amount: 10_000, promisedOn: '2021-07-01' };
      const { id } = await call('commands.submit', { kind: 'register-payment', body });
      // The walk may have left notifications of its own.
      await expect(page.locator(`#command-${id}`)).toContainText('Оператор отказал');
      await toProgram(page, 'Журнал операций');
      await page.getByRole('grid').getByRole('row').nth(1).dblclick();
      await expect(page.getByRole('dialog')).toContainText('hacked()');
      await look('journal');
    });

    await test.step('names that the contract does not know end the sync, not the program', async () => {
      operator.setEndless(true);
      await page.keyboard.press('Escape');
      await call('sync.start');
      await expect
        .poll(async () => (await call('sync.status')).lastError?.code)
        .toBe('operator-answer-malformed');
      await toProgram(page, 'Обновление данных');
      await look('sync');
      operator.setEndless(false);
      await call('sync.start');
      await finishSync(cabinet);
    });
    expect(faults).toEqual([]);
  } finally {
    await operator.close();
  }
});
