/** Of 255, in each channel: a difference that no reader sees. */
const INVISIBLE_DIFFERENCE = 8;

/** Whether two `#rrggbb` colours cannot be told apart. */
export function sameColour(a: string, b: string): boolean {
  if (a === b) return true;
  return [1, 3, 5].every((i) => Math.abs(parseInt(a.slice(i, i + 2), 16) - parseInt(b.slice(i, i + 2), 16)) <= INVISIBLE_DIFFERENCE);
}
