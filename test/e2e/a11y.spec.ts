import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { walkScreens } from './screens.ts';

test('axe finds nothing on any screen, light and dark', async ({ cabinet }) => {
  test.setTimeout(900_000);
  const { page, call } = cabinet;
  // Colours in the middle of a transition are nobody's.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];

  await walkScreens(cabinet, async (name) => {
    for (const theme of ['light', 'dark'] as const) {
      await call('settings.set', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      // Bringing axe into the page takes longer than its work: once is enough.
      const there = await page.evaluate(() => 'axe' in window);
      const axe = new AxeBuilder({ page, ...(there ? { axeSource: 'void 0' } : {}) })
        // Axe's own second page cannot be opened in Electron.
        .setLegacyMode()
        // The rows of a table are alike.
        .exclude('[role="row"]:nth-child(n + 5)')
        .options({ resultTypes: ['violations'] });
      // Only colours depend on the theme.
      if (theme === 'dark') axe.withRules('color-contrast');
      const { violations } = await axe.analyze();
      for (const { id, nodes } of violations) {
        for (const { html, failureSummary } of nodes)
          found.push(`${name}, ${theme}, ${id}: ${html}\n${failureSummary}`);
      }
    }
  });
  expect(found).toEqual([]);
});
