import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import { menuItem } from '../steps';
import { title, toSubscriber } from '../walking';
import { type CommandPage, main, pick, press, seen, typeDay } from './command-page';

/** A number that is not the administrator's. */
const NUMBER = '100-00-02';

const services = (item: string, number: string = NUMBER): CommandPage['open'] => {
  return async (page) => {
    await toSubscriber(page, 'Операции с услугами', number);
    await menuItem(page, item).click();
    await title(page, item);
  };
};

const telephony = (item: string, number: string): CommandPage['open'] => {
  return async (page) => {
    await toSubscriber(page, 'Операции с услугами', number);
    await menuItem(page, 'SIP-телефония').click();
    await main(page)
      .getByRole('button', { name: new RegExp(`^${item}`) })
      .click();
    await title(page, item);
  };
};

const isChosen = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole('row').filter({ hasText: text })).toHaveAttribute('aria-selected', 'true');

/** Commands of a subscriber's section (guide §3.2–3.4). */
export const subscriberPages: readonly CommandPage[] = [
  {
    kind: 'add-service',
    async open(page) {
      await services('Услуги абонента')(page);
      await press(page, 'Добавление услуг');
    },
    async empty(page) {
      await expect(main(page).getByRole('button', { name: 'Далее', exact: true })).toBeDisabled();
      await pick(page, 'Чёрный список');
      await seen(page, 'Сначала подключите: Определитель номера');
    },
    async give(page) {
      await pick(page, 'Факс на e-mail');
      await press(page, 'Далее');
      await press(page, 'Подключить');
    },
    done: /Услуга «Факс на e-mail» подключена\./,
    kept: (page) => seen(page, 'Факс на e-mail'),
  },
  {
    kind: 'remove-service',
    async open(page) {
      await services('Услуги абонента')(page);
      await press(page, 'Удаление услуг');
    },
    empty: (page) => expect(main(page).getByRole('button', { name: 'Далее', exact: true })).toBeDisabled(),
    async give(page) {
      await pick(page, 'Конференц-связь');
      await press(page, 'Далее');
      await press(page, 'Отключить');
    },
    done: /Услуга «Конференц-связь» отключена\./,
    kept: (page) => seen(page, 'Конференц-связь'),
  },
  {
    kind: 'suspend-subscriber',
    open: services('Приостановление обслуживания'),
    async empty(page) {
      await seen(page, 'Номер не приостанавливался.');
      await press(page, 'Далее');
      await seen(page, 'Выберите день с 11.05.2021 по 09.07.2021.');
    },
    async give(page) {
      await typeDay(page, 'Первый день', '20.05.2021');
      await typeDay(page, 'Последний день', '25.05.2021');
      await press(page, 'Далее');
      await press(page, 'Приостановить обслуживание');
    },
    done: /Обслуживание номера будет приостановлено с 20\.05\.2021 по 25\.05\.2021\./,
    kept: (page) => seen(page, '20.05.2021 – 25.05.2021'),
  },
  {
    kind: 'change-plan',
    open: (page) => toSubscriber(page, 'Смена ТП', NUMBER),
    async empty(page) {
      await expect(main(page).getByText('Прежние смены')).toHaveCount(0);
      await press(page, 'Сменить ТП');
      await seen(page, 'Выберите тарифный план из списка.');
    },
    async give(page) {
      await pick(page, 'SIP-номер Офис');
      await press(page, 'Сменить ТП');
      await seen(page, 'Новый план начнёт действовать 01.06.2021.');
      await press(page, 'Сменить ТП');
    },
    done: /Тарифный план «SIP-номер Офис» начнёт действовать 01\.06\.2021\./,
    kept: (page) => isChosen(page, 'SIP-номер Офис'),
  },
  {
    kind: 'change-sip-password',
    async open(page) {
      await telephony('Параметры для настройки SIP', NUMBER)(page);
      await press(page, 'Сменить пароль');
    },
    async empty(page) {
      await press(page, 'Сменить пароль');
      await seen(page, 'Пароль не подходит.');
      await expect(page.getByRole('textbox', { name: 'Новый пароль' })).toBeFocused();
    },
    async give(page) {
      await press(page, 'Придумать пароль');
      await press(page, 'Сменить пароль');
    },
    done: /Пароль SIP изменён\./,
  },
  {
    kind: 'change-channels',
    async open(page) {
      await telephony('SIP-многоканальность', '100-00-01')(page);
      await press(page, 'Изменить');
    },
    async empty(page) {
      await press(page, 'Изменить');
      await seen(page, 'Отметьте пакет, который нужно назначить.');
      await expect(page.getByRole('radiogroup').getByRole('radio').first()).toBeFocused();
    },
    async give(page) {
      await page.getByRole('radio', { name: '20', exact: true }).check();
      await press(page, 'Изменить');
      await press(page, 'Изменить');
    },
    done: /Пакет «SIP-многоканальность 20» назначен\./,
    kept: (page) => seen(page, '149 руб. 14 коп.'),
  },
];
