import type { Page } from '@playwright/test';
import { expect } from './cabinet.ts';
import { menuItem, writeAppeal } from './steps.ts';
import { button, rows, type Screen, title, toAccount, toApril, toProgram, toSubscriber } from './walking.ts';

/** A page of a section of the administrator's menu. */
const account = (name: string, section: string, item: string, heading: string = item): Screen => ({
  name,
  async open({ page }) {
    await toAccount(page, section);
    await menuItem(page, item).click();
    await title(page, heading);
  },
});

/** A page under «Операции с услугами». */
const services = (name: string, item: string, heading: string = item): Screen => ({
  name,
  async open({ page }) {
    await toSubscriber(page, 'Операции с услугами');
    await menuItem(page, item).click();
    await title(page, heading);
  },
});

/** A page under «SIP-телефония». */
const telephony = (name: string, item: string): Screen => ({
  name,
  async open({ page }) {
    await toSubscriber(page, 'Операции с услугами');
    await menuItem(page, 'SIP-телефония').click();
    await button(page.getByRole('main'), new RegExp(`^${item}`)).click();
    await title(page, item);
  },
});

const plain = (name: string, item: string): Screen => ({
  name,
  async open({ page }) {
    await toAccount(page, item);
    await title(page, item);
  },
});

/** A number that is no «SIP-соединение»: its plan can be changed, and it can be paused. */
const ANOTHER = '100-00-02';

const messages = (page: Page) => page.getByRole('list', { name: 'Сообщения' });

/** Screens on which something is asked of the operator (guide §2.2–2.6, §3.2–3.4). */
export const sectionScreens: readonly Screen[] = [
  plain('payments-section', 'Платежи'),
  account('guarantees', 'Платежи', 'История гарантийных обязательств'),
  account('payment-register', 'Платежи', 'Регистрация платежей'),
  plain('invoices-section', 'Счета'),
  account('invoice-email', 'Счета', 'Заказать счет на E-mail', 'Заказ счета на E-mail'),
  account('invoice-file', 'Счета', 'Загрузить счет по ссылке'),
  {
    name: 'month-documents',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Документы за месяц').click();
      await expect(rows(page).nth(2)).toBeVisible();
    },
  },
  {
    name: 'document-preview',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Документы за месяц').click();
      await button(page, 'Счет: Просмотр').click();
      await expect(page.getByRole('listitem', { name: 'Страница 1' })).toContainText('Счет №');
    },
  },
  {
    name: 'month-package',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Пакет за месяц').click();
      await expect(page.getByRole('checkbox', { name: 'Счет: PDF' })).toBeEnabled();
    },
  },
  {
    name: 'month-package-files',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Пакет за месяц').click();
      await button(page, 'Далее').click();
      await expect(page.getByRole('list', { name: 'Так будут называться файлы' })).toContainText('.pdf');
    },
  },
  {
    name: 'month-package-result',
    async open({ app, page, data }) {
      await app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, data);
      await toAccount(page, 'Счета');
      await menuItem(page, 'Пакет за месяц').click();
      await button(page, 'Далее').click();
      await button(page, 'Выбрать папку…').click();
      await expect(page.getByRole('main')).toContainText(data);
      await button(page, 'Записать').click();
      await expect(button(page.getByRole('main'), 'Открыть папку')).toBeEnabled({ timeout: 60_000 });
    },
  },
  {
    name: 'payment-order',
    async open({ page }) {
      await toAccount(page, 'Счета');
      await menuItem(page, 'Документы за месяц').click();
      await button(page, 'Платежное поручение: Заполнить').click();
      await title(page, 'Платежное поручение');
      await expect(page.getByRole('textbox', { name: 'УНП' })).toHaveCount(2);
    },
  },
  account('delivery', 'Счета', 'Изменить способ/адрес доставки', 'Изменение способа/адреса доставки'),
  account('cdr-email', 'Счета', 'Детализация на E-mail'),
  account('charges-email', 'Счета', 'Начисления за текущий период'),
  plain('installments', 'Информация по рассрочке'),
  plain('feedback', 'Обратная связь'),
  {
    name: 'appeal',
    async open({ page }) {
      await toAccount(page, 'Обратная связь');
      await rows(page).nth(1).dblclick();
      await expect(messages(page)).toBeVisible();
    },
  },
  {
    name: 'appeal-new',
    async open({ page }) {
      await toAccount(page, 'Обратная связь');
      await button(page, 'Новое обращение').click();
      await button(page, 'Отправить').click();
      await expect(page.getByText('Это поле обязательно для заполнения').first()).toBeVisible();
    },
  },
  plain('call-centre', 'Мобильный колл-центр'),
  {
    name: 'call-centre-statistics',
    async open({ page }) {
      await toAccount(page, 'Мобильный колл-центр');
      await button(page, 'Статистика колл-центра').click();
      await expect(page.getByRole('grid', { name: 'По операторам' }).getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    name: 'call-centre-edit',
    async open({ page }) {
      await toAccount(page, 'Мобильный колл-центр');
      await button(page, 'Изменить').click();
      await expect(page.getByRole('textbox', { name: 'Приветствие' })).toBeVisible();
    },
  },
  {
    name: 'services-section',
    async open({ page }) {
      await toSubscriber(page, 'Операции с услугами');
      await title(page, 'Операции с услугами');
    },
  },
  services('service-list', 'Услуги абонента'),
  {
    name: 'service-add',
    async open({ page }) {
      await toSubscriber(page, 'Операции с услугами');
      await menuItem(page, 'Услуги абонента').click();
      await button(page, 'Добавление услуг').click();
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'service-remove',
    async open({ page }) {
      await toSubscriber(page, 'Операции с услугами');
      await menuItem(page, 'Услуги абонента').click();
      await button(page, 'Удаление услуг').click();
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  services('telephony', 'SIP-телефония'),
  telephony('channels', 'SIP-многоканальность'),
  telephony('sip-line', 'Параметры для настройки SIP'),
  telephony('channel-statistics', 'Статистика каналов'),
  {
    name: 'plan',
    async open({ page }) {
      await toSubscriber(page, 'Смена ТП', ANOTHER);
      await expect(rows(page).nth(1)).toBeVisible();
    },
  },
  {
    name: 'plan-review',
    async open({ page }) {
      await toSubscriber(page, 'Смена ТП', ANOTHER);
      await rows(page).filter({ hasText: 'SIP-номер Офис' }).first().click();
      await page.getByRole('main').getByRole('button', { name: 'Сменить ТП' }).click();
      await expect(page.getByRole('table', { name: 'Подтверждение смены ТП' })).toBeVisible();
    },
  },
  {
    name: 'suspension',
    async open({ page }) {
      await toSubscriber(page, 'Операции с услугами', ANOTHER);
      await menuItem(page, 'Приостановление обслуживания').click();
      await expect(page.getByRole('textbox', { name: 'Первый день' })).toBeVisible();
    },
  },
  {
    name: 'subscriber-installments',
    async open({ page }) {
      await toSubscriber(page, 'Информация по рассрочке');
      await title(page, 'Информация по рассрочке');
    },
  },
  {
    name: 'subscriber-feedback',
    async open({ page }) {
      await toSubscriber(page, 'Обратная связь');
      await title(page, 'Обратная связь');
    },
  },
  {
    name: 'subscriber-appeal',
    async open({ page }) {
      await toSubscriber(page, 'Обратная связь');
      await button(page, 'Новое обращение').click();
      await writeAppeal(page, 'Прошу выслать акт сверки.');
      await button(page, 'Открыть обращение').click();
      await expect(messages(page)).toBeVisible();
    },
  },
  {
    name: 'journal',
    async open({ page, call }) {
      await call('commands.submit', {
        kind: 'register-payment',
        body: { amount: 10_000, promisedOn: '2021-07-01' },
      });
      await toProgram(page, 'Журнал операций');
      await expect(page.getByRole('grid')).toContainText('Отказано');
    },
  },
  {
    name: 'journal-drawer',
    async open({ page }) {
      await toProgram(page, 'Журнал операций');
      await rows(page).nth(1).dblclick();
      await expect(page.getByRole('dialog')).toContainText('Номер операции');
    },
  },
  {
    name: 'cdrs-days',
    async open({ page }) {
      await toApril(page);
      await page.getByText('По дням', { exact: true }).click();
      await expect(rows(page).nth(3)).toBeVisible();
    },
  },
  {
    name: 'cdrs-months',
    async open({ page }) {
      await toApril(page);
      await page.getByText('По месяцам', { exact: true }).click();
      await expect(rows(page).nth(3)).toBeVisible();
    },
  },
];
