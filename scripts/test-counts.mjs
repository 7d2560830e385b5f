// Turns the runner's JSON report into the counts of the last line.

/** Counts of a report; a file that could not be loaded and a run that failed in any other way count as a failure. */
export function countTests(report, exitStatus) {
  const files = report?.testResults ?? [];
  const outcomes = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const count = (...statuses) => outcomes.filter((status) => statuses.includes(status)).length;
  const unloadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = count('failed') + unloadable;
  return {
    passed: count('passed'),
    failed: failed === 0 && exitStatus !== 0 ? 1 : failed,
    skipped: count('pending', 'skipped', 'todo', 'disabled'),
  };
}

/** `12 passed, 0 failed`, with `, 3 skipped` where any were. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
