/** «Архив для анализа»: the whole account as Parquet. */
export const archiveRu = {
  'archive.title': 'Архив для анализа (Parquet)',
  'archive.whole': 'Весь лицевой счет, все месяцы',
  'archive.intro':
    'Все загруженные звонки и SMS по месяцам, начисления, платежи и счета лицевого счета в файлах Parquet: их читают DuckDB, Power BI, Python, ClickHouse и Spark. Если сохранить архив в ту же папку ещё раз, обновятся только изменившиеся месяцы.',
  'archive.save': 'Сохранить архив…',
  'archive.running': 'Сохраняется архив «{file}»',
  'archive.done': 'Архив «{file}» сохранён',
  'archive.failed': 'Архив «{file}» не сохранён',
  'archive.cancelled': 'Сохранение архива «{file}» отменено: он не полный',
  'archive.atFile': 'Это случилось с файлом «{file}».',
} as const;
