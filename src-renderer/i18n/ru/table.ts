export const tableRu = {
  'table.columns': 'Столбцы',
  'table.columnsReset': 'Как было сначала',
  'table.moveLeft': 'Столбец «{title}» — левее',
  'table.moveRight': 'Столбец «{title}» — правее',
  'table.rows': '{count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'table.selected': 'Выбрано: {count, number}',
  'table.copyWithTitles': 'Копировать с заголовками',
  'table.copyCell': 'Копировать ячейку',
  'table.showOnly': 'Показать только «{value}»',
  'table.hideColumn': 'Скрыть столбец «{title}»',
  'table.copied':
    '{count, plural, =0 {Скопировано} one {Скопирована # строка} few {Скопированы # строки} many {Скопировано # строк} other {Скопировано # строки}}',
  'table.copying':
    '{count, plural, one {Копируется # строка…} few {Копируются # строки…} many {Копируется # строк…} other {Копируется # строки…}}',
  'table.copyTooMany':
    'Скопировать можно не больше {limit, plural, one {# строки} few {# строк} many {# строк} other {# строки}}. Для большего есть «Экспорт».',
  'table.copyFailed': 'Скопировать не удалось.',
  'day.clear': 'Очистить дату',
  'day.unreadable': 'Даты «{text}» нет. Введите её как дд.мм.гггг.',
  'day.outside': '{day} не подходит: выберите день с {first} по {last}.',
  'day.nextMonth': 'Следующий месяц',
  'day.previousMonth': 'Предыдущий месяц',
  'day.nextYear': 'Следующий год',
  'day.previousYear': 'Предыдущий год',
  'day.nextDecade': 'Следующее десятилетие',
  'day.previousDecade': 'Предыдущее десятилетие',
} as const;
