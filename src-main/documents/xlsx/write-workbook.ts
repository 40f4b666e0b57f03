import type { FileFacts, Sink } from '../model';
import type { SharedStrings } from './shared-strings';
import { stylesXml } from './styles';
import {
  appPropertiesXml,
  contentTypesXml,
  corePropertiesXml,
  rootRelationsXml,
  type SheetTable,
  workbookRelationsXml,
  workbookXml,
} from './workbook';
import { createZip } from './zip';

export type WorkbookSheet = {
  name: string;
  /** The sheet's XML in pieces; asked for when the sheets before it are written. */
  pieces: Iterable<string> | AsyncIterable<string>;
  table: SheetTable | null;
};

/** Writes the parts of a workbook from front to back. */
export async function writeWorkbook(
  facts: FileFacts,
  sheets: readonly WorkbookSheet[],
  strings: SharedStrings,
  sink: Sink,
): Promise<void> {
  const names = sheets.map(({ name }) => name);
  const zip = createZip(sink, facts.madeAt);
  await zip.add('[Content_Types].xml', [contentTypesXml(names)]);
  await zip.add('_rels/.rels', [rootRelationsXml()]);
  await zip.add('xl/workbook.xml', [workbookXml(sheets)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelationsXml(names)]);
  await zip.add('xl/styles.xml', [stylesXml()]);
  for (const [index, { pieces }] of sheets.entries()) {
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, pieces);
  }
  await zip.add('xl/sharedStrings.xml', strings.pieces());
  await zip.add('docProps/core.xml', [corePropertiesXml(facts)]);
  await zip.add('docProps/app.xml', [appPropertiesXml(facts)]);
  zip.finish();
}
