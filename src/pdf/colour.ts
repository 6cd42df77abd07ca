/** Of 255, in each channel: a difference that no reader sees. */
const INVISIBLE_DIFFERENCE = 8;

/** Whether two `#rrggbb` colours cannot be told apart. */
export function sameColour(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [parseInt(a.slice(1), 16), parseInt(b.slice(1), 16)];
  const differs = (shift: number): boolean => Math.abs(((x >> shift) & 0xff) - ((y >> shift) & 0xff)) > INVISIBLE_DIFFERENCE;
  return !(differs(16) || differs(8) || differs(0));
}
