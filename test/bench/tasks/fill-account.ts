import { fillAccount, type LongAccount } from '../../../src-main/cabinet/testing/long-account';
import { answer, taskInput } from '../lib/task';

/** Makes the account in a folder of the program's data a long one. */
const { data, ...account } = taskInput<LongAccount & { data: string }>();
await fillAccount(data, account);
answer({ rows: account.count });
