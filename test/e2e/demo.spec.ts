import { expect, test } from './fixtures';
import { signInAndSync } from './steps';
import { title, toProgram } from './walking';

test('a switch of the demo operator keeps the focus and what is typed beside it', async ({ cabinet }) => {
  await signInAndSync(cabinet);
  const { page } = cabinet;
  await toProgram(page, 'Демонстрационный оператор');
  await title(page, 'Демонстрационный оператор');
  const delay = page.getByRole('textbox', { name: 'Задержка ответа, мс' });
  const offline = page.getByRole('switch', { name: 'Нет сети' });
  await delay.fill('500');
  await offline.focus();
  await page.keyboard.press('Space');
  await expect(offline).toBeChecked();
  await expect(delay).toHaveValue('500');
  await expect(offline).toBeFocused();
  await page.keyboard.press('Space');
  await expect(offline).not.toBeChecked();
  await expect(delay).toHaveValue('500');
});
