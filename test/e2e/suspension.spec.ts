import { main, press, seen, typeDay } from './commands/command-page';
import { expect, test } from './fixtures';
import { finishSync, goToDay, menuItem, signInAndSync } from './steps';
import { toSubscriber } from './walking';

const NUMBER = '100-00-02';

test('a number that is paused says what can be done with it, and is resumed once', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  const toPauses = async () => {
    await toSubscriber(page, 'Операции с услугами', NUMBER);
    await menuItem(page, 'Приостановление обслуживания').click();
  };
  const resume = main(page).getByRole('button', { name: 'Возобновить обслуживание' });

  await test.step('the calendar opens where a pause can begin', async () => {
    await toPauses();
    await page.getByRole('textbox', { name: 'Первый день', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Май 2021' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('the pause goes on', async () => {
    await typeDay(page, 'Первый день', '11.05.2021');
    await typeDay(page, 'Последний день', '20.05.2021');
    await press(page, 'Далее');
    await press(page, 'Приостановить обслуживание');
    await seen(page, 'Обслуживание номера будет приостановлено с 11.05.2021 по 20.05.2021.');
    await goToDay(cabinet, '2021-05-12');
  });
  await test.step('the plan of a paused number cannot be changed, which is said before it is tried', async () => {
    await toSubscriber(page, 'Смена ТП', NUMBER);
    await seen(page, 'Номер не обслуживается: тарифный план нельзя сменить.');
    await expect(main(page).getByRole('button', { name: 'Сменить ТП' })).toHaveCount(0);
  });
  await test.step('a pause that ends today is not offered to be ended again', async () => {
    await toPauses();
    await resume.click();
    await seen(page, 'Обслуживание номера будет возобновлено.');
    await finishSync(cabinet);
    await menuItem(page, 'Персональная информация').click();
    await toPauses();
    await seen(page, 'Обслуживание возобновится 13.05.2021.');
    await expect(resume).toHaveCount(0);
  });
});
