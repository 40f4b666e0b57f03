import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';

type ForkOptions = {
  serviceName?: string;
  stdio?: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  execArgv?: string[];
};

/** Marks a child as a utility process and names its script. */
export const UTILITY_ENV = 'SIP_CABINET_STANDIN_UTILITY';

const running = new Set<{ pid: number; name: string }>();

/** Utility processes as `app.getAppMetrics` names them. */
export const utilityMetrics = (): object[] =>
  [...running].map(({ pid, name }) => ({
    pid,
    type: 'Utility',
    serviceName: 'node.mojom.NodeService',
    name,
  }));

class UtilityProcess extends EventEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  private readonly child: ChildProcess;
  pid: number | undefined;

  constructor(script: string, args: string[], options: ForkOptions) {
    super();
    const bootstrap = process.env.SIP_CABINET_STANDIN_BOOTSTRAP ?? '';
    const stdio = options.stdio === 'pipe' || options.stdio === 'ignore' ? options.stdio : 'inherit';
    this.child = fork(bootstrap, args, {
      execPath: process.env.SIP_CABINET_STANDIN_NODE ?? process.execPath,
      execArgv: [...process.execArgv, ...(options.execArgv ?? [])],
      env: { ...(options.env ?? process.env), [UTILITY_ENV]: script },
      cwd: options.cwd,
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    this.pid = this.child.pid;
    const metric = { pid: this.child.pid ?? 0, name: options.serviceName ?? 'Node Utility Process' };
    running.add(metric);
    this.stdout = this.child.stdout;
    this.stderr = this.child.stderr;
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.emit('message', message));
    const endWithUs = () => this.child.kill('SIGKILL');
    process.once('exit', endWithUs);
    this.child.on('exit', (code, signal) => {
      process.off('exit', endWithUs);
      this.pid = undefined;
      running.delete(metric);
      // A killed utility process reports a code other than 0, as Electron's does.
      this.emit('exit', code ?? (signal ? 15 : 1));
    });
  }

  postMessage(message: unknown): void {
    // Electron drops what is for a process that has died but is not known to have.
    if (this.child.connected) this.child.send(message as object, () => {});
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork: (script: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess =>
    new UtilityProcess(script, args, options),
};

/** `process.parentPort` of a utility process; messages wait until somebody listens. */
export class ParentPort extends EventEmitter {
  private waiting: unknown[] = [];

  constructor() {
    super();
    process.on('message', (data) => {
      if (this.listenerCount('message') > 0) this.emit('message', { data, ports: [] });
      else this.waiting.push(data);
    });
    process.on('disconnect', () => process.exit(0));
    this.on('newListener', (name) => {
      if (name !== 'message') return;
      setImmediate(() => {
        for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] });
      });
    });
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }
}
