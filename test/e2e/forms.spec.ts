import { main, press, seen } from './commands/command-page';
import { expect, test } from './fixtures';
import { menuItem, signIn, signInAndSync } from './steps';
import { title, toAccount, toSubscriber } from './walking';

test('a button is pressed once, also when leaving a field has just told its mistake', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  await test.step('the call centre', async () => {
    await toAccount(page, 'Мобильный колл-центр');
    await press(page, 'Изменить');
    await field('Резервный номер').fill('29100000');
    await press(page, 'Далее');
    await seen(page, 'Введите 9 цифр номера после +375.');
    await expect(field('Резервный номер')).toBeFocused();
    await press(page, 'Отменить изменения');
  });
  await test.step('the password of a SIP line', async () => {
    await toSubscriber(page, 'Операции с услугами');
    await menuItem(page, 'SIP-телефония').click();
    await main(page)
      .getByRole('button', { name: /^Параметры для настройки SIP/ })
      .click();
    await press(page, 'Сменить пароль');
    await field('Новый пароль').fill('short');
    await press(page, 'Сменить пароль');
    await seen(page, 'Пароль не подходит.');
    await expect(field('Новый пароль')).toBeFocused();
  });
});

test('settings that have not come yet are not shown as if they were, nor changed', async ({ cabinet }) => {
  const { page, call } = cabinet;
  await call('demo.setFaults', { latencyMs: 1500 });
  await signIn(page);
  await title(page, 'Главное меню администратора');
  await call('demo.setFaults', { latencyMs: 0, serverErrors: 500 });
  await toAccount(page, 'Мобильный колл-центр');
  await title(page, 'Мобильный колл-центр');
  await seen(page, /загрузка данных/);
  await expect(main(page).getByRole('button', { name: 'Изменить' })).toHaveCount(0);
});
