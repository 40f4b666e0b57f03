import type { FileFacts } from '../model';
import { HEADER_ROW, quotedName } from './sheet-plan';
import { columnName, XML_HEAD, xmlText } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The small parts that hold a workbook together; `names` are those of all its sheets. */
export function contentTypesXml(names: readonly string[]): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  const sheets = names.map((_, at) =>
    part(`/xl/worksheets/sheet${at + 1}.xml`, `${SPREADSHEET}.worksheet+xml`),
  );
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`)}${sheets.join('')}${part('/xl/styles.xml', `${SPREADSHEET}.styles+xml`)}${part('/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`)}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${part('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml')}</Types>`;
}

export function rootRelationsXml(): string {
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${RELATIONS}/extended-properties" Target="docProps/app.xml"/></Relationships>`;
}

export function workbookRelationsXml(names: readonly string[]): string {
  const sheets = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId${names.length + 2}" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
}

/** The table of a sheet: it begins at the header's row and is filtered and repeated in print. */
export type SheetTable = { columnCount: number; lastRow: number };

/** Sheets, and for each sheet with a table its filter and the header repeated on every printed page. */
export function workbookXml(sheets: readonly { name: string; table: SheetTable | null }[]): string {
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const defined = (name: string, at: number, range: string, hidden = '') =>
    `<definedName name="_xlnm.${name}" localSheetId="${at}"${hidden}>${xmlText(range)}</definedName>`;
  const ranges = (define: (table: SheetTable, at: number, quoted: string) => string) =>
    sheets.map(({ name, table }, at) => (table ? define(table, at, quotedName(name)) : '')).join('');
  // Names must stand in order: the filters of all sheets first.
  const filters = ranges(({ columnCount, lastRow }, at, quoted) => {
    const range = `${quoted}!$A$${HEADER_ROW}:$${columnName(columnCount - 1)}$${lastRow}`;
    return defined('_FilterDatabase', at, range, ' hidden="1"');
  });
  const titles = ranges((_, at, quoted) =>
    defined('Print_Titles', at, `${quoted}!$${HEADER_ROW}:$${HEADER_ROW}`),
  );
  const definedNames = filters === '' ? '' : `<definedNames>${filters}${titles}</definedNames>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${names.join('')}</sheets>${definedNames}</workbook>`;
}

export function corePropertiesXml({ title, subject, organisation, madeAt }: FileFacts): string {
  const at = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(organisation)}</dc:creator><dc:language>ru-RU</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

export function appPropertiesXml({ organisation }: FileFacts): string {
  return `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>SIP Cabinet</Application><Company>${xmlText(organisation)}</Company></Properties>`;
}
