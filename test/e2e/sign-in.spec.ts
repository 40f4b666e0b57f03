import { expect, test } from './fixtures';
import { DEMO, finishSync, signIn } from './steps';

const home = 'Главное меню администратора';

test('a wrong number, an empty and a wrong password are told before and after asking', async ({
  cabinet,
}) => {
  const { page } = cabinet;
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await expect(page.getByText('Это поле обязательно для заполнения').first()).toBeVisible();
  await signIn(page, 'x', '12345');
  await expect(
    page.getByText('Введите 9 цифр номера в формате 29xxxxxxx, 44xxxxxxx, 25xxxxxxx, 33xxxxxxx'),
  ).toBeVisible();
  await signIn(page, 'wrong-password-1');
  await expect(page.getByRole('alert')).toContainText(/парол/i);
  const edge = page.getByText('Пароль начинается или кончается пробелом.');
  await expect(edge).toHaveCount(0);
  await signIn(page, `${DEMO.password} `);
  await expect(edge).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Контактный телефон' })).toHaveValue(/29\D*100\D*00\D*01/);
});

test('a wrong address of the operator is corrected before the sign-in', async ({ cabinet }) => {
  const { page } = cabinet;
  const address = page.getByRole('button', { name: 'Адрес оператора' });
  await address.click();
  await page.getByRole('radio', { name: 'Другой адрес' }).check();
  const field = page.getByRole('textbox', { name: 'Адрес оператора' });
  await field.fill('cabinet.example');
  await page.getByRole('button', { name: 'Применить' }).click();
  await expect(page.getByText(/Введите полный адрес/)).toBeVisible();
  // Nobody listens there.
  await field.fill('http://127.0.0.1:1');
  await page.getByRole('button', { name: 'Применить' }).click();
  await expect(address).toHaveText('Адрес оператора: http://127.0.0.1:1');
  await expect(field).toBeHidden();
  await signIn(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Проверьте сеть и адрес оператора' })).toBeVisible();
  await address.click();
  await page.getByRole('radio', { name: 'Встроенный оператор (демонстрация)' }).check();
  await page.getByRole('button', { name: 'Применить' }).click();
  await expect(address).toHaveText('Адрес оператора');
  await signIn(page);
  await expect(page.getByRole('heading', { name: home })).toBeVisible();
});

test('too many wrong passwords are stopped, with the time of the next try', async ({ cabinet }) => {
  const { page } = cabinet;
  for (let attempt = 0; attempt < 6; attempt++) {
    await signIn(page, `wrong-password-${attempt}`);
    await expect(page.getByRole('button', { name: 'Войти в аккаунт' })).toBeEnabled();
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(page.getByRole('alert')).toContainText(/\d{2}:\d{2}/);
});

test('by SMS: the code from the post box opens the cabinet for one visit', async ({ cabinet }) => {
  const { page } = cabinet;
  await page.getByRole('radio', { name: 'По SMS' }).check();
  await expect(
    page.getByText(
      'SMS-код является одноразовым и действует в течение одного визита. Ваш постоянный пароль не изменится.',
    ),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Контактный телефон' }).fill(DEMO.national);
  await page.getByRole('button', { name: 'Выслать код подтверждения' }).click();
  const field = page.getByRole('textbox', { name: 'SMS код' });
  await expect(field).toBeVisible();
  await field.fill('000000');
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const [sms] = await cabinet.call('demo.sms');
  const code = /\d{4,8}/.exec(sms?.text ?? '')?.[0] ?? '';
  await field.fill(code);
  await page.getByRole('button', { name: 'Войти в аккаунт' }).click();
  await expect(page.getByRole('heading', { name: home })).toBeVisible();
  expect(await cabinet.call('session.state')).toMatchObject({ method: 'sms', cacheForVisit: true });
});

test('a forgotten password: letter, temporary password, forced change, in', async ({ start }) => {
  const cabinet = await start();
  const { page } = cabinet;
  await page.getByRole('textbox', { name: 'Контактный телефон' }).fill(DEMO.national);
  await page.getByText('Забыли пароль?').click();
  await expect(page.getByRole('heading', { name: 'Восстановление пароля' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Контактный телефон' }).fill(DEMO.national);
  await page.getByRole('button', { name: 'Восстановить пароль' }).click();
  await expect(
    page.getByText('На Ваш email отправлен временный пароль (действителен в течение 24 часов)'),
  ).toBeVisible();

  const [letter] = await cabinet.call('demo.mail');
  expect(letter).toMatchObject({ subject: 'Восстановление данных для доступа в Личный кабинет' });
  const temporary = /Временный пароль:\s*(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  await signIn(page, temporary);
  await expect(page.getByRole('heading', { name: 'Изменение пароля' })).toBeVisible();
  const fresh = page.getByRole('textbox', { name: 'Введите новый пароль' });
  const again = page.getByRole('textbox', { name: 'Подтвердите новый пароль' });
  const save = page.getByRole('button', { name: 'Сохранить' });

  await fresh.fill('Another-2021');
  await again.fill('Another-2022');
  await save.click();
  await expect(page.getByText(/не совпада/i)).toBeVisible();
  await again.fill('Another-2021');
  await save.click();
  await expect(page.getByText('Ваш пароль был успешно изменен.')).toBeVisible();
  await page.getByRole('button', { name: 'В меню' }).click();
  await expect(page.getByRole('heading', { name: home })).toBeVisible();
  await finishSync(cabinet);

  await test.step('the new password opens the cache without the operator, the old one does not', async () => {
    await cabinet.close();
    const later = await start();
    await later.call('demo.setFaults', { offline: true });
    await signIn(later.page, DEMO.password);
    await expect(later.page.getByRole('alert')).toContainText(/парол/i);
    await signIn(later.page, 'Another-2021');
    await expect(later.page.getByRole('heading', { name: home })).toBeVisible();
    expect(await later.call('session.state')).toMatchObject({ mode: 'offline' });
  });
});

test('an expired temporary password is refused with the reason', async ({ cabinet }) => {
  const { page } = cabinet;
  await cabinet.call('session.recoverPassword', { phone: `375${DEMO.national}`, via: 'email' });
  const [letter] = await cabinet.call('demo.mail');
  const temporary = /Временный пароль:\s*(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  await cabinet.call('demo.setClock', { at: Date.parse('2021-05-11T12:30:00+03:00') });
  await signIn(page, temporary);
  await expect(page.getByRole('alert')).toContainText(/24 час|истек|истёк/);
});

test('other categories are closed, and the page says so', async ({ cabinet }) => {
  const { page } = cabinet;
  await page.getByRole('combobox', { name: 'Выберите категорию' }).click();
  await page.getByRole('option').nth(1).click();
  await expect(page.getByRole('main')).toContainText(/недоступн|закрыт/i);
});

test('signing out locks the cabinet', async ({ cabinet }) => {
  const { page } = cabinet;
  await signIn(page);
  await expect(page.getByRole('heading', { name: home })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Выход' }).click();
  await expect(page.getByRole('heading', { name: 'Вход в аккаунт' })).toBeVisible();
  const refused = await cabinet.call('account.get').catch((error: Error) => error.message);
  expect(refused).toContain('not-signed-in');
});
