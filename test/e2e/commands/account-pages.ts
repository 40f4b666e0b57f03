import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { menuItem, writeAppeal } from '../steps';
import { rows, title, toAccount } from '../walking';
import {
  type CommandPage,
  choose,
  main,
  nothingOrdered,
  press,
  REQUIRED,
  seen,
  typeDay,
} from './command-page';

/** Opens an item of «Платежи» or «Счета». */
const section = (name: string, item: string, heading: string): CommandPage['open'] => {
  return async (page) => {
    await toAccount(page, name);
    await menuItem(page, item).click();
    await title(page, heading);
  };
};

const LETTERS = 'buh@vasilek.example;glavbuh@vasilek.example';
const OWN_LIST = '375291000002;375291000003';

/** Commands of the account's section (guide §2.2–2.6). */
export const accountPages: readonly CommandPage[] = [
  {
    kind: 'register-payment',
    open: section('Платежи', 'Регистрация платежей', 'Регистрация платежей'),
    async empty(page) {
      await press(page, 'Далее');
      await seen(page, REQUIRED);
      await menuItem(page, 'История гарантийных обязательств').click();
      await seen(page, 'Регистрация платежей не производилась.');
    },
    async give(page) {
      await page.getByRole('textbox', { name: 'Сумма платежа' }).fill('120,50');
      await typeDay(page, 'Предполагаемая дата оплаты', '01.06.2021');
      await press(page, 'Далее');
      await seen(page, '120 руб. 50 коп.');
      await press(page, 'Зарегистрировать платеж');
    },
    done: /Запрос на рассмотрение отсрочки платежа отправлен\./,
  },
  {
    kind: 'order-invoice-email',
    open: section('Счета', 'Заказать счет на E-mail', 'Заказ счета на E-mail'),
    empty: nothingOrdered,
    async give(page) {
      await choose(page, 'Выберите период счета', 'Март 2021');
      await press(page, 'Далее');
    },
    done: /Счет за указанный период будет отправлен на ваш e-mail\./,
    kept: (page) =>
      expect(page.getByRole('combobox', { name: 'Выберите период счета' })).toHaveValue('Март 2021'),
  },
  {
    kind: 'order-invoice-file',
    open: section('Счета', 'Загрузить счет по ссылке', 'Загрузить счет по ссылке'),
    empty: nothingOrdered,
    async give(page) {
      await choose(page, /Выберите месяц/, 'Март 2021');
      await page.getByRole('radio', { name: 'XLS' }).check();
      await press(page, 'Далее');
    },
    done: /Счет за март 2021, XLS (формируется|сформирован)\./,
    async kept(page) {
      await expect(page.getByRole('combobox', { name: /Выберите месяц/ })).toHaveValue('Март 2021');
      await expect(page.getByRole('radio', { name: 'XLS' })).toBeChecked();
    },
  },
  {
    kind: 'change-delivery',
    open: section('Счета', 'Изменить способ/адрес доставки', 'Изменение способа/адреса доставки'),
    async empty(page) {
      await press(page, 'Изменить');
      await press(page, 'Далее');
      await press(page, 'Изменить текущий e-mail');
      await press(page, 'Далее');
      await seen(page, 'Введите новый адрес: этот указан сейчас.');
      const field = page.getByRole('textbox', { name: /Введите адрес e-mail/ });
      await expect(field).toBeFocused();
      await field.fill('');
      await seen(page, REQUIRED);
    },
    async give(page) {
      await press(page, 'Изменить');
      await press(page, 'Далее');
      await press(page, 'Изменить текущий e-mail');
      await page.getByRole('textbox', { name: /Введите адрес e-mail/ }).fill(LETTERS);
      await press(page, 'Далее');
      await press(page, 'Сохранить');
    },
    done: /Способ\/адрес доставки успешно изменен\./,
    kept: (page) => expect(page.getByRole('table')).toContainText('glavbuh@vasilek.example'),
  },
  {
    kind: 'order-cdr-email',
    open: section('Счета', 'Детализация на E-mail', 'Детализация на E-mail'),
    async empty(page) {
      await nothingOrdered(page);
      await press(page, 'Далее');
      await press(page, 'Сформировать детализацию');
      await seen(page, 'Отметьте хотя бы одного абонента.');
      await page.getByRole('radio', { name: 'Ввести свой список абонентов' }).check();
      await seen(page, REQUIRED);
    },
    async give(page) {
      await page.getByRole('radio', { name: 'Входящие', exact: true }).check();
      await press(page, 'Далее');
      await page.getByRole('radio', { name: 'Ввести свой список абонентов' }).check();
      await page.getByRole('textbox', { name: 'Номера абонентов' }).fill(OWN_LIST);
      await press(page, 'Сформировать детализацию');
    },
    done: /Заказанная детализация по истечении суток будет выслана на адрес buh@vasilek/,
    kept: (page) => expect(page.getByRole('textbox', { name: 'Номера абонентов' })).toHaveValue(OWN_LIST),
  },
  {
    kind: 'order-charges-email',
    open: section('Счета', 'Начисления за текущий период', 'Начисления за текущий период'),
    async empty(page) {
      await nothingOrdered(page);
      await page.getByRole('radio', { name: 'Ввести свой список абонентов' }).check();
      await press(page, 'Далее');
      await seen(page, REQUIRED);
      await expect(page.getByRole('textbox', { name: 'Номера абонентов' })).toBeFocused();
    },
    async give(page) {
      await page.getByRole('radio', { name: 'Ввести свой список абонентов' }).check();
      await page.getByRole('textbox', { name: 'Номера абонентов' }).fill(OWN_LIST);
      await press(page, 'Далее');
    },
    done: /Счет за текущий период будет отправлен на e-mail: buh@vasilek/,
    kept: (page) => expect(page.getByRole('textbox', { name: 'Номера абонентов' })).toHaveValue(OWN_LIST),
  },
  {
    kind: 'open-appeal',
    async open(page) {
      await toAccount(page, 'Обратная связь');
      await press(page, 'Новое обращение');
    },
    async empty(page) {
      await press(page, 'Отправить');
      await expect(main(page).getByText(REQUIRED)).toHaveCount(2);
      await expect(page.getByRole('combobox', { name: 'Тема' })).toBeFocused();
    },
    give: (page) => writeAppeal(page, 'Прошу выслать акт сверки.'),
    done: /Обращение отправлено специалистам компании\./,
    kept: (page) =>
      expect(page.getByRole('textbox', { name: 'Текст обращения' })).toHaveValue('Прошу выслать акт сверки.'),
  },
  {
    kind: 'answer-appeal',
    async open(page) {
      await toAccount(page, 'Обратная связь');
      await rows(page).filter({ hasText: 'Есть ответ' }).dblclick();
      await expect(page.getByRole('list', { name: 'Сообщения' })).toBeVisible();
    },
    async empty(page) {
      await press(page, 'Отправить');
      await seen(page, REQUIRED);
    },
    async give(page) {
      await page.getByRole('textbox', { name: 'Ваше сообщение' }).fill('С 1 июня.');
      await press(page, 'Отправить');
    },
    done: /Сообщение отправлено специалистам компании\./,
    kept: (page) => expect(page.getByRole('textbox', { name: 'Ваше сообщение' })).toHaveValue('С 1 июня.'),
  },
  {
    kind: 'change-call-centre',
    open: (page) => toAccount(page, 'Мобильный колл-центр'),
    async empty(page) {
      await press(page, 'Изменить');
      await page.getByRole('textbox', { name: 'Предел ожидания' }).fill('');
      const remove = main(page).getByRole('button', { name: /^Убрать:/ });
      while ((await remove.count()) > 0) await remove.first().click();
      await press(page, 'Далее');
      await seen(page, 'Добавьте хотя бы одного оператора: без него включить колл-центр нельзя.');
      await seen(page, 'Введите целое число секунд от 5 до 600.');
      await press(page, 'Отменить изменения');
    },
    async give(page) {
      await press(page, 'Изменить');
      await page.getByRole('textbox', { name: 'Предел ожидания' }).fill('45');
      await press(page, 'Далее');
      await showsSeconds(page);
      await press(page, 'Сохранить');
    },
    done: /Настройки колл-центра успешно изменены\./,
    kept: showsSeconds,
  },
];

function showsSeconds(page: Page): Promise<void> {
  return expect(page.getByRole('table').getByRole('row').filter({ hasText: '45 с' })).toBeVisible();
}
