export const subscriberRu = {
  'subscriber.select.title': 'Выбор SIP-абонента',
  'subscriber.select.intro':
    'Вы можете выбрать абонента для просмотра интересующей информации или назначения услуг.',
  'subscriber.select.number': 'Введите номер телефона с префиксом:',
  'subscriber.select.hint':
    'Возможен поиск абонента по следующим условиям: введите знак «%» для нескольких цифр, знак «_» для одной цифры.',
  'subscriber.select.search': 'Поиск',
  'subscriber.select.showAll': 'Показать все',
  'subscriber.select.list': 'Выберите абонента из списка',
  'subscriber.select.nobody': 'По условию «{mask}» абоненты не найдены.',
  'subscriber.select.nobodyHint': 'Проверьте номер или нажмите «Показать все».',
  'subscriber.select.none': 'Абонентов нет.',
  'subscriber.select.required': 'Введите номер телефона или нажмите «Показать все».',
  'subscriber.select.last': 'В прошлый раз выбран абонент {number}, {name}.',
  'subscriber.select.continue': 'Продолжить с ним',
  'subscriber.number': 'Номер телефона',
  'subscriber.plan': 'Тарифный план',
  'subscriber.name': 'ФИО (название абонента)',
  'subscriber.status': 'Статус абонента',
  'subscriber.charges': 'Начисления абонента',

  'subscriber.about.subscriber-info':
    'Данный раздел содержит информацию об Абоненте: номер телефона, ФИО, тарифный план, баланс/статус Абонента.',
  'subscriber.about.subscriber-services':
    'Данный раздел позволяет Вам подключать/отключать некоторые дополнительные услуги, а также на время приостанавливать обслуживание абонентского номера.',
  'subscriber.about.subscriber-installments':
    'В данном разделе можно просмотреть количество оставшихся платежей за оборудование, приобретенное в рассрочку, размер ежемесячного платежа, срок погашения и др.',
  'subscriber.about.subscriber-plan':
    'В данном разделе Вам предоставляется возможность заменить ТП Абонента на любой из предложенного перечня.',
  'subscriber.about.subscriber-charges':
    'Данный раздел содержит информацию о стоимости услуг связи (включая абонентскую плату и НДС), которые Вы использовали в текущем месяце, а также в двух предыдущих месяцах.',
  'subscriber.about.subscriber-cdrs':
    'В этом разделе Вы можете посмотреть детализацию своих звонков и SMS за шесть предыдущих месяцев и за текущий период. Детализация за текущий период предоставляется по состоянию на день, предшествующий запросу.',
  'subscriber.about.subscriber-select':
    'Вы можете выбрать абонента для просмотра интересующей информации или назначения услуг.',
  'subscriber.about.admin-menu':
    'Данный пункт позволит Вам вернуться к просмотру или редактированию данных Клиента.',
  'subscriber.about.subscriber-feedback':
    'Данный раздел содержит информацию по обращениям Администратора или выбранного Абонента к специалистам компании.',

  'subscriber.info.title': 'Персональная информация абонента',
  'subscriber.info.organisation': 'Название организации:',
  'subscriber.info.number': 'Номер телефона:',
  'subscriber.info.name': 'ФИО (название абонента):',
  'subscriber.info.charges': 'Начисления абонента:',
  'subscriber.info.status': 'Статус абонента:',
  'subscriber.info.statusReason': 'Причина статуса:',
  'subscriber.info.plan': 'Тарифный план:',
  'subscriber.info.traffic': 'Остаток трафика:',
  'subscriber.info.connected': 'Дата подключения:',
  'subscriber.info.toMenu': 'В главное меню',
  'subscriber.info.minutesLeft':
    '{left, plural, one {# минута} few {# минуты} many {# минут} other {# минуты}} из {total, number}',
  'subscriber.info.noPackages': 'Пакетов минут нет.',
  'subscriber.info.packageAsOf': 'на {time}',
  'subscriber.info.openCharges': 'Из чего складываются',

  'charges.title': 'Начисления за период',
  'charges.intro': 'Просмотр начислений возможен за предыдущие два месяца и текущий период.',
  'charges.month': 'Выберите месяц, за который хотите получить начисления:',
  'charges.next': 'Для получения информации нажмите кнопку "Далее".',
  'charges.current': 'Текущий',
  'charges.older': 'Сохранены на этом компьютере',
  'charges.monthTitle': 'Начисления за {month}',
  'charges.line': 'Услуга',
  'charges.net': 'Сумма',
  'charges.vatRate': 'Ставка НДС',
  'charges.vat': 'Сумма НДС',
  'charges.localTax': 'Налог на услуги',
  'charges.gross': 'Всего с учетом налогов',
  'charges.monthly': 'В месяц, с НДС',
  'charges.total': 'Итого начислений по абоненту',
  'charges.none': 'За выбранный период начислений нет.',
  'charges.noneHint': 'Выберите другой месяц.',
  'charges.open': 'Счет за этот месяц ещё не сформирован: начисления могут измениться.',
  'charges.closed': 'Счет за этот месяц сформирован.',
  'charges.toCdrs': 'Показать звонки этой строки',
} as const;
