import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { DocumentColumn, Row } from '../model';
import { documentOf, SAMPLE_COLUMNS, sampleRows } from '../testing/sample';
import { written } from '../testing/written';
import { writeCsv } from './write-csv';

const START = Date.UTC(2021, 4, 10, 6, 14, 0);
const TEXT: readonly DocumentColumn[] = [
  { key: 'text', title: 'Текст', type: 'text', width: 20 },
  { key: 'net', title: 'Сумма', type: 'charge', width: 12 },
];

describe('CSV', () => {
  it('is what a Belarusian spreadsheet and other programs expect, byte for byte', async () => {
    const rows: Row[] = [
      [START, '+375291234567', 'СНГ', '2021-05-10', '2021-05', 3661, 2, 25, 770_081, 12_345_600],
      [START, '8-800', null, null, null, null, null, 0, -10_000, -50],
      [START, '', 'a;b', '2021-12-31', '2020-02', 360_000, 0, 20, 5, 1_234_567_850],
    ];
    const file = await written(writeCsv, documentOf(rows));
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString('utf8').slice(1)).toBe(
      [
        'Дата и время;Собеседник;Куда;День;Месяц;Длительность;SMS;Ставка НДС;Сумма без НДС;Всего с НДС',
        '10.05.2021 09:14:00;375291234567;СНГ;10.05.2021;05.2021;01:01:01;2;25%;77,0081;1234,56',
        '10.05.2021 09:14:00;8-800;;;;;;0%;-1,00;-0,005',
        '10.05.2021 09:14:00;;"a;b";31.12.2021;02.2020;100:00:00;0;20%;0,0005;123456,785',
        'Итого;;;;;101:01:01;2;;76,0086;124691,34',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['say "x"', 'say "x"'],
    ['a;b', 'a;b'],
    [' at the ends ', ' at the ends '],
    ['two\r\nlines\tand a tab', 'two lines and a tab'],
    ['a\u0000b\u001b[31m\u202ec\ufeff', 'ab[31mc'],
    ['Ёлка & <b> 😀 漢字', 'Ёлка & <b> 😀 漢字'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\u0000=1', "'=1"],
    ['＝1', "'＝1"],
    ['1-2', '1-2'],
    ['', ''],
  ])('carries the text %j', async (text, expected) => {
    const file = await written(
      writeCsv,
      documentOf(
        [
          [text, 1],
          ['end', 2],
        ],
        {},
        TEXT,
      ),
    );
    // Read as a spreadsheet does; `raw` keeps it from guessing at types.
    const sheet = Object.values(read(file, { type: 'buffer', raw: true, FS: ';' }).Sheets)[0] ?? {};
    const table = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
    expect(table).toEqual([
      ['Текст', 'Сумма'],
      [expected, '0,0001'],
      ['end', '0,0002'],
      ['Итого', '0,0003'],
    ]);
  });

  it('has as many columns in every line', async () => {
    const file = await written(writeCsv, documentOf(sampleRows(600)));
    const lines = file.toString('utf8').split('\r\n').slice(0, -1);
    expect(lines).toHaveLength(602);
    for (const line of lines) expect(line.split(';')).toHaveLength(SAMPLE_COLUMNS.length);
  });
});
