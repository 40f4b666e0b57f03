/** «Рабочий календарь»: the production calendar with the person's changes (guide §2.3.3). */
export const workCalendarRu = {
  'pages.work-calendar': 'Рабочий календарь',
  'workCalendar.intro':
    'По этому календарю детализация и счет с разбивкой делят звонки на рабочее время, нерабочее время и выходные. Нажмите на день, чтобы сделать его рабочим или выходным. Оператор о Ваших изменениях не знает: его документы и часы «Мобильного колл-центра» следуют его календарю.',
  'workCalendar.about':
    'Рабочие и выходные дни с переносами. Измените их, если в Вашей организации они другие.',
  'workCalendar.open': 'Открыть календарь',
  'workCalendar.year': 'Год',
  'workCalendar.kind.working': 'рабочий день',
  'workCalendar.kind.off': 'выходной или праздничный день',
  'workCalendar.changed': '{day}, изменено Вами',
  'workCalendar.legend': 'Обозначения',
  'workCalendar.legend.changed': 'изменено Вами; зачёркнутый день стал выходным',
  'workCalendar.changes': 'Изменённые дни',
  'workCalendar.noChanges': 'В {year} году все дни такие, как в производственном календаре.',
  'workCalendar.reset': 'Вернуть',
  'workCalendar.resetDay': 'Вернуть: {day}',
  'workCalendar.resetYear': 'Вернуть весь {year} год',
  'workCalendar.resetDone': 'Календарь {year} года снова производственный.',
  'workCalendar.noTransfers': 'Переносов рабочих дней на {year} год в программе нет.',
  'workCalendar.noTransfersHint':
    'Праздники отмечены. Когда постановление о переносах выйдет, отметьте перенесённые дни сами.',
} as const;
