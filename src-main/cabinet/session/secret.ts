/** Text kept in bytes that can be wiped; strings stay in memory until nobody knows when. */
export type Secret = { reveal(): string; wipe(): void };

export function keepSecret(text: string): Secret {
  const bytes = Buffer.from(text, 'utf8');
  return { reveal: () => bytes.toString('utf8'), wipe: () => bytes.fill(0) };
}
