import { openCache } from '../../../src-main/store/open';
import { taskInput } from '../lib/task';

/** Says that it begins, and opens a cache; somebody else ends it. */
const { path, key } = taskInput<{ path: string; key: string }>();
process.send?.('begins');
openCache(path, key).close();
