import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import type { Letter } from './model';
import { writeLetter } from './write-letter';

const font = (name: string) => readFileSync(join(import.meta.dirname, '../../../resources/fonts', name));
const fonts = { regular: font('NotoSans-Regular.ttf'), bold: font('NotoSans-Bold.ttf') };

const letter: Letter = {
  title: 'Заявление на подключение услуги',
  subject: 'Л/с 123456789',
  organisation: 'ООО «Ромашка»',
  heading: ['Оператору электросвязи', 'от ООО «Ромашка»', 'УНП 190000009'],
  paragraphs: [
    'Прошу подключить услугу «SIP 1000 минут в другие сети» для абонентского номера +375 29 123-45-67 (Бухгалтерия, тарифный план «SIP-соединение»).',
    'С условиями предоставления услуги и её стоимостью ознакомлены, оплату гарантируем.',
  ],
  signatures: [{ before: 'Руководитель', after: '(Ф.И.О.)' }],
  madeAt: Date.parse('2021-05-10T09:00:00Z'),
};

async function written(one: Letter): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  await writeLetter(one, { write: (bytes) => void parts.push(bytes) }, fonts);
  return new Uint8Array(Buffer.concat(parts));
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages.map((text) => text.replace(/\s+/g, ' '));
}

it('is one page whose Russian words can be read back, the same bytes every time', async () => {
  const bytes = await written(letter);
  const pages = await pagesOf(bytes);
  expect(pages).toHaveLength(1);
  for (const text of [letter.title, ...letter.heading, ...letter.paragraphs, '10.05.2021', '(Ф.И.О.)'])
    expect(pages[0]).toContain(text);
  expect(Buffer.from(await written(letter)).equals(Buffer.from(bytes))).toBe(true);
});

it('goes on to another page and loses nothing', async () => {
  const paragraphs = Array.from({ length: 40 }, (_, at) => `Пункт ${at + 1}: оплату гарантируем.`);
  const pages = await pagesOf(await written({ ...letter, paragraphs }));
  expect(pages.length).toBeGreaterThan(1);
  for (const text of paragraphs) expect(pages.join(' ')).toContain(text);
});
