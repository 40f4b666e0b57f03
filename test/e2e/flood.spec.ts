import { expect, test } from './fixtures';
import { menuItem, signInAndSync } from './steps';
import { button, title, toAccount } from './walking.ts';

const COMMANDS = 300;

test('the window answers while hundreds of commands move on, and shows what became of all', async ({
  cabinet,
}) => {
  test.slow();
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  await call('demo.setFaults', { offline: true });
  for (let sent = 0; sent < COMMANDS; sent += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        call('commands.submit', {
          kind: 'open-appeal',
          body: { subscriberId: null, topic: 'other', text: `Вопрос ${sent + index}`, evidence: [] },
        }),
      ),
    );
  }
  await button(page.getByRole('banner'), /Журнал операций/).click();
  await title(page, 'Журнал операций');
  await expect(page.getByRole('main').getByText('Ждёт отправки').first()).toBeVisible();
  // Slow enough for the person's clicks to fall between the answers.
  await call('demo.setFaults', { offline: false, latencyMs: 40 });
  await call('sync.start');

  // While they are sent the person goes on.
  const unanswered = () =>
    call('commands.list', { search: '', states: ['waiting', 'sending'], offset: 0, limit: 1 });
  await expect.poll(async () => (await unanswered()).total).toBeLessThan(COMMANDS);
  await toAccount(page, 'Платежи');
  await title(page, 'Платежи');
  await menuItem(page, 'Счета').click();
  await title(page, 'Счета');
  expect((await unanswered()).total).toBeGreaterThan(0);
  await call('demo.setFaults', { latencyMs: 0 });

  await expect.poll(async () => (await unanswered()).total, { timeout: 60_000 }).toBe(0);
  const done = await call('commands.list', { search: '', states: ['accepted'], offset: 0, limit: 1 });
  expect(done.total).toBe(COMMANDS);
  await button(page.getByRole('banner'), /Журнал операций/).click();
  await expect(page.getByRole('main').getByText('Выполнена').first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Ждёт отправки')).toHaveCount(0);
});
