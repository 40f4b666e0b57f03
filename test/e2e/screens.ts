import { type Cabinet, expect } from './cabinet.ts';
import { atAnotherComputer } from './elsewhere.ts';
import { programScreens } from './program-screens.ts';
import { sectionScreens } from './section-screens.ts';
import { DEMO, menuItem, signIn, signInAndSync } from './steps.ts';
import {
  button,
  rows,
  type Screen,
  tick,
  title,
  toAccount,
  toApril,
  toSignIn,
  toSubscriber,
} from './walking.ts';

const screensBefore: readonly Screen[] = [
  { name: 'sign-in', open: ({ page }) => title(page, 'Вход в аккаунт') },
  {
    name: 'sign-in-sms',
    async open({ page }) {
      await toSignIn(page);
      await page.getByRole('radio', { name: 'По SMS' }).check();
      await page.getByRole('textbox', { name: 'Контактный телефон' }).fill(DEMO.national);
      await button(page, 'Выслать код подтверждения').click();
      await expect(page.getByRole('status').filter({ hasText: 'Код отправлен' })).toBeVisible();
    },
  },
  {
    name: 'sign-in-refused',
    async open({ page }) {
      await toSignIn(page);
      await signIn(page, 'wrong-password');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'sign-in-wrong-fields',
    async open({ page }) {
      await toSignIn(page);
      await signIn(page, '', '12345');
      await expect(page.getByText('Это поле обязательно для заполнения')).toBeVisible();
    },
  },
  {
    name: 'recovery',
    async open({ page }) {
      await toSignIn(page);
      await button(page, 'Забыли пароль?').click();
      await title(page, 'Восстановление пароля');
    },
  },
  {
    name: 'registration',
    async open({ page }) {
      await toSignIn(page);
      await button(page, 'Зарегистрироваться').click();
      await title(page, 'Первичная регистрация');
    },
  },
  {
    name: 'post',
    async open({ page, call }) {
      await call('session.recoverPassword', { phone: `375${DEMO.national}`, via: 'email' });
      await toSignIn(page);
      await button(page, 'Почта и SMS оператора').click();
      await expect(page.getByRole('article')).not.toHaveCount(0);
    },
  },
  {
    name: 'new-password',
    async open({ page, call }) {
      await call('session.recoverPassword', { phone: `375${DEMO.national}`, via: 'email' });
      const letters = await call('demo.mail');
      const newest = letters.toSorted((a, b) => b.id - a.id)[0];
      await toSignIn(page);
      await signIn(page, /Временный пароль:\s*(\S+)/.exec(newest?.text ?? '')?.[1]);
      await title(page, 'Изменение пароля');
    },
  },
];

const screensInside: readonly Screen[] = [
  {
    name: 'admin-menu',
    async open({ page }) {
      await toAccount(page, 'Персональная информация');
      await menuItem(page, 'Главное меню администратора').click();
      await title(page, 'Главное меню администратора');
    },
  },
  {
    name: 'account-info',
    async open({ page }) {
      await toAccount(page, 'Персональная информация');
      await expect(page.getByText('Сумма счета к оплате')).toBeVisible();
    },
  },
  {
    name: 'payments',
    async open({ page }) {
      await toAccount(page, 'Платежи');
      await menuItem(page, 'Информация по платежам').click();
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'invoices',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Счета на этом компьютере').click();
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'subscriber-select',
    async open({ page }) {
      await toAccount(page, 'Выбор SIP-абонента');
      await button(page, 'Показать все').click();
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'subscriber-select-nobody',
    async open({ page }) {
      await toAccount(page, 'Выбор SIP-абонента');
      const mask = page.getByRole('textbox', { name: 'Введите номер телефона с префиксом' });
      await mask.fill('4_%');
      await mask.press('Enter');
      await expect(page.getByText('абоненты не найдены')).toBeVisible();
    },
  },
  {
    name: 'subscriber-menu',
    async open({ page }) {
      await toSubscriber(page, 'Главное меню абонента');
      await title(page, 'Главное меню абонента');
    },
  },
  {
    name: 'subscriber-info',
    async open({ page }) {
      await toSubscriber(page, 'Персональная информация');
      await expect(page.getByText('Остаток трафика')).toBeVisible();
    },
  },
  {
    name: 'charges-chooser',
    async open({ page }) {
      await toSubscriber(page, 'Начисления за период');
      await expect(button(page, 'Далее')).toBeEnabled();
    },
  },
  {
    name: 'charges',
    async open({ page }) {
      await toSubscriber(page, 'Начисления за период');
      await button(page, 'Далее').click();
      await title(page, 'Начисления за май 2021');
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'cdrs-chooser',
    async open({ page }) {
      await toSubscriber(page, 'Просмотр детализации');
      await expect(button(page, 'Далее')).toBeEnabled();
    },
  },
  {
    name: 'cdrs',
    async open({ page }) {
      await toApril(page);
      await tick(page, 'Результат', 'Состоялся');
      await expect(button(page, 'Сбросить фильтры')).toBeVisible();
    },
  },
  {
    name: 'cdrs-filter',
    async open({ page }) {
      await toApril(page);
      await button(page.getByRole('group', { name: 'Фильтры' }), 'Стоимость').click();
      await expect(page.getByRole('textbox', { name: 'Всего с НДС' })).toBeVisible();
    },
  },
  {
    name: 'cdrs-drawer',
    async open({ page }) {
      await toApril(page);
      await rows(page).nth(2).dblclick();
      await expect(page.getByRole('dialog')).toContainText('Запись оператора');
    },
  },
  {
    name: 'cdrs-whole',
    async open({ page }) {
      await toApril(page);
      await page.getByRole('combobox', { name: 'Вид детализации' }).click();
      await page.getByRole('option', { name: 'Исходящие+Входящие' }).click();
      await page.getByRole('switch', { name: 'Все абоненты' }).check();
      await expect(page.getByRole('columnheader', { name: 'Абонент' })).toBeVisible();
      await expect(rows(page).nth(5)).toBeVisible();
    },
  },
  {
    name: 'cdrs-empty',
    async open({ page }) {
      await toApril(page);
      await tick(page, 'Тип', 'Голосовая почта');
      await tick(page, 'Куда', 'Другие страны');
      await expect(page.getByText('По выбранным условиям звонков и SMS нет.')).toBeVisible();
    },
  },
  ...sectionScreens,
  {
    name: 'search',
    async open({ page }) {
      await toAccount(page, 'Персональная информация');
      await button(page, 'Поиск (Ctrl+K)').click();
      await page.getByRole('textbox', { name: 'Поиск (Ctrl+K)' }).fill('с');
      await expect(button(page.getByRole('dialog'), 'Главный номер')).toBeVisible();
    },
  },
  ...programScreens,
  // The last one: the account has another password then. A keyring of the system would open the data.
  {
    name: 'cache-locked',
    async open(cabinet) {
      await menuItem(cabinet.page, 'Выход').click();
      await title(cabinet.page, 'Вход в аккаунт');
      // Not before: a sync that is under way would ask for the new password over the open page.
      await (await atAnotherComputer(cabinet)).changePassword('Another-2021');
      await signIn(cabinet.page, 'Another-2021');
      await title(cabinet.page, 'Сохранённые данные закрыты прежним паролем');
    },
  },
];

/** Goes through the wanted screens, in their order, and hands each over. */
export async function walkScreens(
  cabinet: Cabinet,
  visit: (name: string) => Promise<void>,
  wanted: (screen: Screen) => boolean = () => true,
): Promise<void> {
  for (const screen of screensBefore.filter(wanted)) await show(screen);
  const inside = screensInside.filter(wanted);
  if (inside.length === 0) return;
  await toSignIn(cabinet.page);
  await signInAndSync(cabinet);
  for (const screen of inside) await show(screen);

  async function show(screen: Screen): Promise<void> {
    await screen.open(cabinet);
    // Nothing half drawn, nothing under the pointer.
    await expect(cabinet.page.locator('[aria-busy="true"]')).toHaveCount(0);
    await cabinet.page.mouse.move(0, 0);
    await visit(screen.name);
  }
}

export const screenNames = [...screensBefore, ...screensInside].map(({ name }) => name);
