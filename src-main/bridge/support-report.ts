import type { CacheFacts } from '../../src-shared/bridge/diagnosis';
import type { ProgramInfo } from '../../src-shared/bridge/program';
import type { Settings } from '../../src-shared/bridge/settings';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import { formatInstant, type Instant } from '../../src-shared/domain/period';

export type SupportFacts = {
  madeAt: Instant;
  info: ProgramInfo;
  settings: Settings;
  /** Null while no account is open. */
  cache: CacheFacts | null;
  /** Null when the core process does not answer. */
  sync: SyncStatus | null;
  /** The end of the log, redacted when it was written. */
  log: string;
  /** Folder of the person, whose name is part of it. */
  home: string;
};

/**
 * What is sent to whoever helps: facts of the program, the cache and the sync, and the end of the log.
 * Nothing of the account is in it, and no name of a person.
 */
export function supportReport({ madeAt, info, settings, cache, sync, log, home }: SupportFacts): string {
  const time = (at: Instant | null) => (at === null ? 'нет' : formatInstant(at));
  const lines = [
    `SIP Cabinet ${info.version}, сведения для поддержки`,
    `Составлено: ${time(madeAt)} (Минск)`,
    '',
    '[Программа]',
    `Среда: ${info.runtime} ${info.electron}; Chromium ${info.chrome}; Node.js ${info.node}`,
    `Система: ${info.platform}; ${info.packaged ? 'установленная программа' : 'запуск из исходных текстов'}`,
    `Папка данных: ${info.dataFolder}`,
    `Вход хранится: ${info.secrets === 'keyring' ? 'в хранилище ключей системы' : 'до закрытия программы'}`,
    `Оператор: ${settings.operator.kind === 'embedded' ? 'встроенный (демонстрация)' : new URL(info.operatorUrl).origin}`,
    `Обновление каждые, мин: ${settings.syncEveryMin}; блокировка через, мин: ${settings.lockAfterMin}; язык: ${settings.language}`,
    '',
    '[Сохранённые данные]',
    ...(cache
      ? [
          `Файл: ${cache.fileBytes} Б; журнал: ${cache.logBytes} Б; схема ${cache.schema}`,
          `SQLite ${cache.sqlite}; шифрование: ${cache.cipher}`,
          `Абонентов: ${cache.subscribers}; записей детализации: ${cache.records}; команд без ответа: ${cache.openCommands}`,
        ]
      : ['Аккаунт не открыт.']),
    '',
    '[Обновление данных]',
    ...(sync
      ? [
          `Состояние: ${sync.state}; данные на: ${time(sync.dataAsOf)}; связь: ${sync.online ?? 'не проверялась'}`,
          `Последняя ошибка: ${sync.lastError?.code ?? 'нет'}; следующая попытка: ${time(sync.nextTryAt)}`,
        ]
      : ['Часть программы, которая хранит данные, не отвечает.']),
    '',
    '[Журнал программы, последние строки]',
    log.trim() || 'Записей нет.',
    '',
  ];
  return lines.join('\n').replaceAll(home, '~');
}
