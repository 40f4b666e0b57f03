/** Name and code of a fault: enough to find it, nothing of the account. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name}${code}${place.replace(/\(.*[\\/]/, '(')}`;
}
