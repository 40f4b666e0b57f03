import { expect, test } from './fixtures';
import { chooseSubscriber, DEMO, finishSync, menuItem, signInAndSync } from './steps';

test('an order waits for the network, is sent once and its letter comes', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  await cabinet.call('demo.setFaults', { offline: true });
  await cabinet.call('sync.start');
  await menuItem(page, 'Счета').click();
  await menuItem(page, 'Заказать счет на E-mail').click();
  await page.getByRole('main').getByRole('button', { name: 'Далее' }).click();
  await expect(page.getByText('Команда сохранена и будет отправлена, когда появится сеть')).toBeVisible();
  const [waiting] = (await cabinet.call('commands.list', { search: '', offset: 0, limit: 10 })).items;
  expect(waiting).toMatchObject({ kind: 'order-invoice-email', state: 'waiting' });

  await cabinet.call('demo.setFaults', { offline: false });
  await cabinet.call('sync.start');
  await expect(page.getByText('Счет за указанный период будет отправлен на ваш e-mail.')).toBeVisible();
  const [order] = (await cabinet.call('requests.orders')).items;
  await cabinet.call('demo.setClock', { at: (order?.readyAt ?? 0) + 60_000 });
  await expect
    .poll(
      async () =>
        (await cabinet.call('demo.mail')).filter(({ attachments }) => attachments.length > 0).length,
      { timeout: 60_000 },
    )
    .toBe(1);
  const { items } = await cabinet.call('commands.list', { search: '', offset: 0, limit: 10 });
  expect(items.map(({ kind, state }) => [kind, state])).toEqual([['order-invoice-email', 'accepted']]);
});

test('a package of channels is changed once, then the page says when it opens again', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  await chooseSubscriber(page, '100-00-01');
  await menuItem(page, 'Операции с услугами').click();
  await menuItem(page, 'SIP-телефония').click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^SIP-многоканальность/ })
    .click();
  const change = page.getByRole('main').getByRole('button', { name: 'Изменить', exact: true });
  await expect(page.getByText(/Текущий пакет: SIP-многоканальность 10/)).toBeVisible();
  await change.click();
  await page.getByRole('radio', { name: '20', exact: true }).check();
  await expect(page.getByRole('row').filter({ hasText: '119 руб. 31 коп.' })).toContainText(
    '149 руб. 14 коп.',
  );
  await change.click();
  await change.click();
  await expect(page.getByText('Пакет «SIP-многоканальность 20» назначен.')).toBeVisible();
  await finishSync(cabinet);
  await page.getByRole('main').getByRole('button', { name: 'Назад' }).click();
  await expect(page.getByText('Смена пакета каналов доступна 1 раз в 7 дней.')).toBeVisible();
  await expect(change).toBeDisabled();
});

test('what the operator refuses is told with its reason and stays in the journal', async ({ cabinet }) => {
  const { page } = cabinet;
  await signInAndSync(cabinet);
  await cabinet.call('commands.submit', {
    kind: 'register-payment',
    body: { amount: 10_000, promisedOn: '2021-07-01' },
  });
  await expect
    .poll(
      async () => (await cabinet.call('commands.list', { search: '', offset: 0, limit: 1 })).items[0]?.state,
    )
    .toBe('rejected');
  const notice = page.getByRole('alert').filter({ hasText: 'Оператор отказал' });
  await notice.getByRole('button', { name: 'Журнал операций' }).click();
  await expect(page.getByRole('grid', { name: 'Журнал операций' })).toContainText('Отказано');
  await expect(notice).toHaveCount(0);
  const { items } = await cabinet.call('commands.list', { search: 'платеж', offset: 0, limit: 1 });
  expect(items[0]).toMatchObject({ state: 'rejected', error: { code: 'operator-refused' } });
});

test('a command that cannot be kept is told of, though its page was left at once', async ({ cabinet }) => {
  const { page, call } = cabinet;
  const phone = `375${DEMO.national}`;
  await call('session.requestSmsCode', { phone });
  const [sms] = await call('demo.sms');
  await call('session.signInBySms', { phone, code: /\d{4,8}/.exec(sms?.text ?? '')?.[0] ?? '' });
  await finishSync(cabinet);
  await menuItem(page, 'Счета').click();
  await menuItem(page, 'Начисления за текущий период').click();
  await call('demo.setFaults', { offline: true });
  await call('sync.start');
  await expect(page.getByText('Нет сети, а этот вход действует до выхода')).toBeVisible();
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Далее')?.click();
    buttons.find(({ ariaLabel }) => ariaLabel === 'Платежи')?.click();
  });
  await expect(page.getByRole('heading', { name: 'Платежи', level: 1 })).toBeVisible();
  await expect(page.getByText(/операция не может ждать сети/)).toBeVisible();
});
