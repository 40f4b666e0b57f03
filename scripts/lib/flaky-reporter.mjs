import { writeFileSync } from 'node:fs';

/** Vitest reporter: names the tests that failed and passed when run again, in the file FLAKY_REPORT. */
export default class FlakyReporter {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd() {
    writeFileSync(process.env.FLAKY_REPORT, JSON.stringify(this.#names));
  }
}
