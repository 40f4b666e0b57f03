import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Table, toMarkdown } from './report';

const BEGIN = /<!-- results: written by [^>]+ -->\n/;
const END = '<!-- end of results -->';

/** Puts the results between the marks of a page of docs/. @throws Error when the marks are not there */
export function writeResults(page: string, machine: readonly string[], tables: readonly Table[]): void {
  const file = join(process.cwd(), 'docs', page);
  const text = readFileSync(file, 'utf8');
  const mark = BEGIN.exec(text);
  const end = text.indexOf(END);
  if (!mark || end < mark.index) throw new Error(`docs/${page} has lost the marks around the results`);
  const results = [machine.map((line) => `- ${line}`).join('\n'), '', ...tables.map(toMarkdown)].join('\n');
  writeFileSync(file, `${text.slice(0, mark.index)}${mark[0]}\n${results}\n${text.slice(end)}`);
}
