import type { Instant } from '../../../src-shared/domain/period';
import type { FileStore, StoredFile } from '../ledger/file-store';
import type { Ledger } from '../ledger/ledger';

/** Where the operator's letters and messages arrive, instead of a real mailbox and a real phone. */
export type PostItem = {
  id: number;
  at: Instant;
  from: string;
  to: string;
  subject: string;
  html: string | null;
  text: string;
  attachments: { name: string; mime: string; size: number }[];
  read: boolean;
};

export type Attachment = Pick<StoredFile, 'name' | 'mime' | 'bytes'>;
type Letter = {
  at: Instant;
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Ids of stored files. */
  attachments?: readonly number[];
};

export type PostOffice = {
  mail(letter: Letter): number;
  sms(message: { at: Instant; to: string; text: string }): number;
  list(kind: 'mail' | 'sms'): PostItem[];
  markRead(id: number): void;
  attachment(id: number, index: number): Attachment | null;
  /** Tells of every new item. @returns what ends that. */
  onPost(listener: (kind: 'mail' | 'sms') => void): () => void;
};

type Row = {
  id: number;
  at: number;
  sender: string;
  recipient: string;
  subject: string;
  html: string | null;
  text: string;
  read: number;
};
type AttachmentRow = { post_id: number; name: string; mime: string; size: number };

const SMS_SENDER = 'A1';
/** Boxes show the newest items only. */
const LISTED = 200;

export function createPostOffice({ db }: Ledger, fileStore: FileStore): PostOffice {
  const listeners = new Set<(kind: 'mail' | 'sms') => void>();
  const add = db.prepare(
    'insert into post (kind, at, sender, recipient, subject, html, text) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const addAttachment = db.prepare('insert into attachment values (?, ?, ?)');
  const read = db.prepare<[string, number], Row>(
    'select * from post where kind = ? order by id desc limit ?',
  );
  const readAttachments = db.prepare<[string], AttachmentRow>(
    `select post_id, name, mime, size from attachment join stored_file on stored_file.id = file_id
     where post_id in (select id from post where kind = ?) order by post_id, position`,
  );
  const readFileId = db
    .prepare<[number, number], number>('select file_id from attachment where post_id = ? and position = ?')
    .pluck();
  const setRead = db.prepare('update post set read = 1 where id = ?');

  const store = (kind: 'mail' | 'sms', letter: Letter): number => {
    const id = db.transaction(() => {
      const { at, from, to, subject, html = null, text, attachments = [] } = letter;
      const stored = Number(add.run(kind, at, from, to, subject, html, text).lastInsertRowid);
      for (const [position, fileId] of attachments.entries()) addAttachment.run(stored, position, fileId);
      return stored;
    })();
    // After the transaction that the item may be part of: whoever listens reads the box at once.
    queueMicrotask(() => {
      for (const listener of listeners) listener(kind);
    });
    return id;
  };

  return {
    mail: (letter) => store('mail', letter),
    sms: ({ at, to, text }) => store('sms', { at, from: SMS_SENDER, to, subject: '', text }),
    list: (kind) => {
      const files = readAttachments.all(kind);
      return read.all(kind, LISTED).map((row) => ({
        id: row.id,
        at: row.at,
        from: row.sender,
        to: row.recipient,
        subject: row.subject,
        html: row.html,
        text: row.text,
        attachments: files
          .filter(({ post_id }) => post_id === row.id)
          .map(({ name, mime, size }) => ({ name, mime, size })),
        read: row.read === 1,
      }));
    },
    markRead: (id) => {
      setRead.run(id);
    },
    attachment: (id, index) => {
      const fileId = readFileId.get(id, index);
      return fileId === undefined ? null : fileStore.read(fileId);
    },
    onPost: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
