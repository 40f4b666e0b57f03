import { app } from 'electron';

/** What the command line may say; the rest is the settings'. Secrets are never read from here. */
export type Arguments = {
  operatorPort: number;
  /** Instant at which the embedded operator's clock starts, or null for the computer's clock. */
  operatorClock: number | null;
  /** File that a smoke test wants its result in, or null. */
  smokeTest: string | null;
};

/** @throws Error naming the switch that cannot be read. */
export function readArguments(): Arguments {
  const value = (name: string): string | null => app.commandLine.getSwitchValue(name) || null;
  const port = value('operator-port');
  const clock = value('operator-clock');
  const operatorPort = port === null ? 0 : Number(port);
  const operatorClock = clock === null ? null : Date.parse(clock);
  if (!Number.isInteger(operatorPort) || operatorPort < 0 || operatorPort > 65_535) {
    throw new Error(`--operator-port=${port} is not a port`);
  }
  if (Number.isNaN(operatorClock)) throw new Error(`--operator-clock=${clock} is not an ISO date`);
  return { operatorPort, operatorClock, smokeTest: value('smoke-test') };
}
