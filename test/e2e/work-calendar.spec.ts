import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { button, title, toProgram } from './walking';

test('a day made off by the person counts as a day off, until it is taken back', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page, call } = cabinet;
  const day = '2021-04-14';
  const filter = {
    subscriberId: null,
    month: '2021-04',
    direction: 'both',
    fromDay: day,
    toDay: day,
  } as const;
  const daysOff = async () =>
    (await call('cdrs.summary', { filter: { ...filter, workClasses: ['holiday'] } })).rows;
  expect(await daysOff()).toBe(0);

  await toProgram(page, 'Настройки');
  await button(page, 'Открыть календарь').click();
  await title(page, 'Рабочий календарь');
  const changed = page.getByRole('region', { name: 'Изменённые дни' });
  await expect(changed).toContainText('В 2021 году все дни такие, как в производственном календаре.');
  await page.locator('[data-day="2021-04-13"]').click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`[data-day="${day}"]`)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(changed.getByRole('listitem')).toHaveCount(2);
  const { rows } = await call('cdrs.summary', { filter });
  expect(rows).toBeGreaterThan(0);
  expect(await daysOff()).toBe(rows);

  await button(changed, /^Вернуть: .*14 апреля/).click();
  await expect(changed.getByRole('listitem')).toHaveCount(1);
  expect(await daysOff()).toBe(0);
  await button(changed, 'Вернуть весь 2021 год').click();
  await expect(changed).toContainText('все дни такие, как в производственном календаре');
  await expect(page.locator('[data-changed]')).toHaveCount(1); // the one of the legend
});
