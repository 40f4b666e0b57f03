/** «Изменение способа/адреса доставки» (guide §2.3.3). */
export const deliveryRu = {
  'delivery.about':
    'В этом разделе Вам предоставляется возможность изменить способ доставки счетов, выбрав наиболее удобный для Вас (e-mail, на руки).',
  'delivery.change': 'Изменить',
  'delivery.atForming':
    'При неоднократном изменении адреса доставки счетов в течение месяца, регулярный счет будет направлен Компанией на адрес, указанный на момент формирования счета за прошедший расчетный период.',
  'delivery.email': 'E-mail:',
  'delivery.byEmail': 'E-mail',
  'delivery.emailAbout':
    'счет за услуги связи будет приходить на указанный Вами адрес электронной почты (в формате PDF). При выборе дополнительного носителя Excel или Excel с разбивкой Вы будете получать счета в формате Excel или Excel с разбивкой детализации на рабочее (9:00-18:00), нерабочее время и выходные\\праздничные дни.',
  'delivery.self': 'Получает сам:',
  'delivery.selfAbout':
    'Вы можете отказаться от получения счетов по почте или электронной почте. Счет за услуги связи можно будет загрузить по ссылке («скачать») через Личный кабинет.',
  'delivery.choose': 'Выберите способ доставки:',
  'delivery.sameMethod': 'Этот способ доставки уже выбран.',
  'delivery.addressTitle': 'Текущий адрес',
  'delivery.currentEmail': 'Текущий e-mail:',
  'delivery.format': 'Формат счёта:',
  'delivery.noEmailYet': 'Адреса ещё нет: сначала введите его, потом можно будет изменить формат.',
  'delivery.changeEmail': 'Изменить текущий e-mail',
  'delivery.changeFormat': 'Изменить формат счёта',
  'delivery.emailsTitle': 'Выберите адрес доставки',
  'delivery.newEmails': 'Введите адрес e-mail для доставки счетов:',
  'delivery.emailsHint':
    'если адресов несколько, то через ";" без пробела, максимальная длина поля-200 символов. Введено {length} из {limit}.',
  'delivery.emailsSpaces': 'Уберите пробелы: адреса пишутся через ";" без пробела.',
  'delivery.emailsLong':
    '{length, plural, one {Введён # символ} few {Введено # символа} many {Введено # символов} other {Введено # символа}}, а помещается не больше {limit, number}.',
  'delivery.emailsMalformed': 'Не похоже на адрес электронной почты: {parts}.',
  'delivery.emailsSeparator': 'Уберите лишний знак ";": он стоит только между адресами.',
  'delivery.emailsRepeated': 'Указано больше одного раза: {parts}.',
  'delivery.sameEmails': 'Введите новый адрес: этот указан сейчас.',
  'delivery.pdfAlways': 'PDF (счет всегда приходит в этом формате)',
  'delivery.carrier': 'Дополнительный носитель:',
  'delivery.carrier.none': 'Не нужен',
  'delivery.carrier.xlsx': 'Excel',
  'delivery.carrier.xlsx-split': 'Excel с разбивкой',
  'delivery.splitAbout':
    'Детализация разбита на рабочее (9:00-18:00), нерабочее время и выходные\\праздничные дни.',
  'delivery.sameFormat': 'Выберите другой формат: этот указан сейчас.',
  'delivery.newMethod': 'Новый способ доставки счетов: {method}',
  'delivery.methodLabel': 'Способ доставки',
  'delivery.addressLabel': 'Адрес доставки',
  'delivery.formatLabel': 'Формат счёта',
  'delivery.done': 'Способ/адрес доставки успешно изменен.',
} as const;
