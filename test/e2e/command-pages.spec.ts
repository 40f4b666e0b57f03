import type { Page } from '@playwright/test';
import { commandsRu } from '../../src-renderer/i18n/ru/commands';
import type { CommandKind } from '../../src-shared/operator-api/commands';
import type { Cabinet } from './cabinet';
import { accountPages } from './commands/account-pages';
import { main, press, seen, typeDay } from './commands/command-page';
import { subscriberPages } from './commands/subscriber-pages';
import { atAnotherComputer } from './elsewhere';
import { expect, test } from './fixtures';
import { finishSync, goBack, goToDay, menuItem, signInAndSync } from './steps';
import { toAccount, toProgram, toSubscriber } from './walking';

/** Every page that commands the operator: nothing asked yet, done, refused, without a network. */
const pages = [...accountPages, ...subscriberPages];

const statesOf = async ({ call }: Cabinet) =>
  (await call('commands.list', { search: '', offset: 0, limit: 100 })).items
    .map(({ kind, state }) => `${kind} ${state}`)
    .sort();
/** What the page says of such commands that wait, other than the one whose outcome it shows. */
const waiting = (page: Page, kind: CommandKind) =>
  main(page)
    .getByRole('alert')
    .filter({ hasText: 'Ждёт ответа оператора' })
    .filter({ hasText: commandsRu[`command.kind.${kind}`] });
const all = (state: string) => pages.map(({ kind }) => `${kind} ${state}`).sort();

test('pages of commands say what is missing while nothing is asked for', async ({ cabinet }) => {
  test.slow();
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  for (const { kind, open, empty } of pages) {
    await test.step(kind, async () => {
      await open(page);
      await empty(page);
    });
  }
  expect(await statesOf(cabinet)).toEqual([]);

  await test.step('a day that there is not, or that cannot be, is told and not taken for another one', async () => {
    await toAccount(page, 'Платежи');
    await menuItem(page, 'Регистрация платежей').click();
    const day = page.getByRole('textbox', { name: 'Предполагаемая дата оплаты', exact: true });
    await typeDay(page, 'Предполагаемая дата оплаты', '1.6.21');
    await expect(day).toHaveValue('01.06.2021');
    await day.fill('11.06.2021');
    await day.press('Enter');
    await seen(page, '11.06.2021 не подходит: выберите день с 11.05.2021 по 10.06.2021.');
    await day.fill('31.05.20211');
    await press(page, 'Далее');
    await seen(page, 'Даты «31.05.20211» нет. Введите её как дд.мм.гггг.');
    await expect(day).toHaveValue('');
  });
  await test.step('lists without anything', async () => {
    await toSubscriber(page, 'Обратная связь', '100-00-02');
    await seen(page, 'Обращений ещё не было.');
    await toSubscriber(page, 'Информация по рассрочке', '100-00-03');
    await seen(page, 'Оборудования, приобретенного в рассрочку, нет.');
    const { callCentre } = await call('requests.callCentre');
    if (!callCentre) throw new Error('the demo has a call centre');
    const body = { ...callCentre.settings, enabled: false, operatorIds: [] };
    await call('commands.submit', { kind: 'change-call-centre', body });
    await toAccount(page, 'Мобильный колл-центр');
    await press(page, 'Статистика колл-центра');
    await seen(page, 'Операторов колл-центра нет.');
  });
  await test.step('what was begun for one subscriber is not there for another', async () => {
    await toSubscriber(page, 'Операции с услугами', '100-00-02');
    await menuItem(page, 'SIP-телефония').click();
    await main(page)
      .getByRole('button', { name: /^Параметры для настройки SIP/ })
      .click();
    await press(page, 'Сменить пароль');
    await press(page, 'Придумать пароль');
    await page.getByRole('button', { name: 'Выбрать другого абонента' }).click();
    await page.getByRole('option', { name: '100-00-03' }).click();
    await seen(page, '+375 29 100-00-03');
    await expect(page.getByRole('textbox', { name: 'Новый пароль' })).toHaveCount(0);
  });
});

test('while invoices are formed nothing is ordered, by Enter neither', async ({ start }) => {
  const cabinet = await start({ operatorTime: '2021-06-02T12:00:00+03:00' });
  const { page } = cabinet;
  await signInAndSync(cabinet);
  for (const { kind, open } of accountPages) {
    if (!kind.startsWith('order-')) continue;
    await open(page);
    await seen(page, 'Заказать можно будет с 04.06.2021 00:00.');
    await expect(main(page).getByRole('button', { name: 'Далее', exact: true })).toBeDisabled();
  }
  await page.getByRole('radio', { name: 'Ввести свой список абонентов' }).check();
  const list = page.getByRole('textbox', { name: 'Номера абонентов' });
  await list.fill('375291000002');
  await list.press('Enter');
  await toProgram(page, 'Журнал операций');
  await seen(page, 'Операций ещё не было.');
  expect(await statesOf(cabinet)).toEqual([]);
});

test('commands are done and say so; what was done can be called off', async ({ cabinet }) => {
  test.slow();
  const { page } = cabinet;
  await signInAndSync(cabinet);
  for (const { kind, open, give, done } of pages) {
    await test.step(kind, async () => {
      await open(page);
      await give(page);
      await seen(page, done);
      await expect(waiting(page, kind)).toHaveCount(0);
    });
  }
  expect(await statesOf(cabinet)).toEqual(all('accepted'));

  await test.step('a planned pause is called off by its day', async () => {
    await finishSync(cabinet);
    await toSubscriber(page, 'Операции с услугами', '100-00-02');
    await menuItem(page, 'Приостановление обслуживания').click();
    await press(page, 'Отменить приостановление с 20.05.2021');
    await seen(page, 'Запланированное приостановление отменено.');
  });
  await test.step('a planned change of plan is called off, and its outcome stays when the data comes', async () => {
    await toSubscriber(page, 'Смена ТП', '100-00-02');
    await press(page, 'Отменить смену ТП');
    await expect(page.getByRole('grid', { name: 'Прежние смены' })).toContainText('Отменена');
    await seen(page, 'Смена тарифного плана отменена.');
  });
});

test('commands wait for the network, are told once, and are sent once', async ({ cabinet }) => {
  test.slow();
  const { page, call } = cabinet;
  await signInAndSync(cabinet);
  await call('demo.setFaults', { offline: true });
  await call('sync.start');
  await expect(page.getByRole('banner')).toContainText('Нет сети');
  for (const { kind, open, give } of pages) {
    await test.step(kind, async () => {
      await open(page);
      await seen(page, 'Нет сети. Страницу можно заполнить сейчас');
      await give(page);
      await seen(page, 'Команда сохранена и будет отправлена, когда появится сеть');
      await expect(waiting(page, kind)).toHaveCount(0);
    });
  }
  expect(await statesOf(cabinet)).toEqual(all('waiting'));
  await test.step('the page says later what waits', async () => {
    await toAccount(page, 'Обратная связь');
    await press(page, 'Новое обращение');
    await expect(waiting(page, 'open-appeal')).toBeVisible();
    await toSubscriber(page, 'Операции с услугами', '100-00-02');
    await menuItem(page, 'Услуги абонента').click();
    await expect(waiting(page, 'add-service')).toContainText('Добавление услуги: Факс на e-mail,');
    await expect(waiting(page, 'remove-service')).toContainText('Удаление услуги: Конференц-связь,');
    await menuItem(page, 'Смена ТП').click();
    await expect(waiting(page, 'change-plan')).toContainText('Смена ТП: SIP-номер Офис,');
  });
  await test.step('the journal names services, packages and plans', async () => {
    await toProgram(page, 'Журнал операций');
    const journal = page.getByRole('grid');
    for (const what of [
      'Изменение SIP-многоканальности: SIP-многоканальность 20',
      'Добавление услуги: Факс на e-mail',
      'Смена ТП: SIP-номер Офис',
    ]) {
      await expect(journal.getByText(what, { exact: true })).toBeVisible();
    }
  });
  await test.step('the journal leads to the page that a command was given on', async () => {
    await page.getByRole('row').filter({ hasText: 'Изменение SIP-многоканальности' }).dblclick();
    await page.getByRole('dialog').getByRole('button', { name: 'Открыть раздел' }).click();
    await seen(page, 'Текущий пакет: SIP-многоканальность 10');
  });

  await call('demo.setFaults', { offline: false });
  await call('sync.start');
  await expect.poll(() => statesOf(cabinet), { timeout: 30_000 }).toEqual(all('accepted'));
  await expect(waiting(page, 'open-appeal')).toHaveCount(0);
});

test('what the operator refuses is told on the page with its reason, and the form is kept', async ({
  cabinet,
}) => {
  test.slow();
  const { page } = cabinet;
  await signInAndSync(cabinet);
  const refused = main(page).getByRole('alert').filter({ hasText: 'Оператор отказал в операции.' });
  const [payment, ...others] = pages;
  if (!payment) throw new Error('there is no page');

  await test.step('a payment that was promised at another computer', async () => {
    await payment.open(page);
    const other = await atAnotherComputer(cabinet);
    // The 10th was moved off and the 11th was Radunitsa: the 12th is the first day on which a promise is reviewed.
    await other.registerPayment({ amount: 1_000_000, promisedOn: '2021-05-12' });
    await payment.give(page);
    await expect(refused).toContainText('уже рассматривается');
  });
  await test.step('the promise is broken: the account is suspended', async () => {
    await goToDay(cabinet, '2021-05-13');
    await menuItem(page, 'Главное меню администратора').click();
    await seen(page, 'Оказание услуг по лицевому счету приостановлено.');
  });
  for (const { kind, open, give, kept } of others) {
    await test.step(kind, async () => {
      await open(page);
      await give(page);
      await expect(refused).toContainText('Оказание услуг по лицевому счету приостановлено с 13.05.2021');
      await kept?.(page);
    });
  }
  expect(await statesOf(cabinet)).toEqual(all('rejected'));
  await test.step('the journal shows the refused alone, and still does after going away', async () => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Журнал операций: отказов/ })
      .click();
    await main(page).getByText('Выполнены', { exact: true }).click();
    await seen(page, 'По выбранным условиям операций нет.');
    await main(page).getByText('Отказано', { exact: true }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(pages.length + 1));
    await toAccount(page, 'Платежи');
    await goBack(page);
    await expect(page.getByRole('radio', { name: 'Отказано' })).toBeChecked();
  });
});
