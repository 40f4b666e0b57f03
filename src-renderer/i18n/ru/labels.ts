/** Labels of subscribers, the quick choice of one, the forecast of minutes (guide §3.1). */
export const labelsRu = {
  'labels.title': 'Мои метки',
  'labels.field': 'Мои метки:',
  'labels.hint': 'Введите метку и нажмите Enter. Метки видны только на этом компьютере.',
  'labels.edit': 'Изменить метки',
  'labels.filter': 'Только с меткой',
  'labels.any': 'Любые абоненты',
  'labels.done': 'Готово',
  'labels.nobody': 'С меткой «{label}» таких абонентов нет.',
  'quick.label': 'Номер, имя или тарифный план',
  'quick.found': 'Найденные абоненты',
  'quick.nobody': 'Абоненты не найдены.',
  'quick.all': 'Весь список абонентов',
  'forecast.usedUp': 'Пакет израсходован: звонки в другие сети оплачиваются по тарифному плану.',
  'forecast.ends': 'При нынешнем расходе минут хватит до {day}.',
  'forecast.lasts':
    'При нынешнем расходе к концу месяца останется {left, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}}.',
} as const;
