import type { PhoneNumber } from '../../../src-shared/domain/phone';

/** Texts that the operator sends. */
export type Letter = { from: string; subject: string; text: string; html: string };

const CABINET_URL = 'https://cabinet.example/';

/** The letter of guide §1.1, word for word. */
export function recoveryLetter(phone: PhoneNumber, password: string): Letter {
  const lines = [
    'Вы отправили запрос на сброс пароля. Для входа в Личный кабинет используйте данные:',
    `Номер телефона: ${phone}`,
    `Временный пароль: ${password}`,
    'Срок действия временного пароля ограничен. Измените его на новый при первом входе в систему.',
  ];
  const link = 'Перейти в Личный кабинет';
  return {
    from: 'A1 Customer Service 150',
    subject: 'Восстановление данных для доступа в Личный кабинет',
    text: `${lines.join('\n')}\n\n${link}: ${CABINET_URL}`,
    html: `${lines.map((line) => `<p>${line}</p>`).join('')}<p><a href="${CABINET_URL}">${link}</a></p>`,
  };
}

export const smsCodeText = (code: string): string =>
  `Код подтверждения для входа в Личный кабинет: ${code}. Действует 5 минут. Никому его не сообщайте.`;
