import type { archiveRu } from '../ru/archive';

export const archiveEn: Record<keyof typeof archiveRu, string> = {
  'archive.title': 'Archive for analysis (Parquet)',
  'archive.whole': 'The whole account, all months',
  'archive.intro':
    'All loaded calls and SMS by month, charges, payments and invoices of the account as Parquet files, which DuckDB, Power BI, Python, ClickHouse and Spark read. Saving the archive into the same folder again updates only the months that changed.',
  'archive.save': 'Save archive…',
  'archive.running': 'Saving archive “{file}”',
  'archive.done': 'Archive “{file}” is saved',
  'archive.failed': 'Archive “{file}” was not saved',
  'archive.cancelled': 'Saving of archive “{file}” was cancelled: it is not complete',
  'archive.atFile': 'It happened at the file “{file}”.',
};
