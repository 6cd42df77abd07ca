/** Exit statuses: users' scripts rely on them. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  someUnread: 3,
  noneRead: 4,
  differences: 5,
  findings: 6,
} as const;

/** The status after inputs of which `read` could be read and `failed` could not. */
export function exitOf(read: number, failed: number): number {
  if (failed === 0) return EXIT.ok;
  return read > 0 ? EXIT.someUnread : EXIT.noneRead;
}
