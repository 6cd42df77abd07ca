import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedSeconds, type Elapsed, secondsLeft } from './patience.js';

describe('the time that a reading may take', () => {
  const at = (elapsed: Partial<Elapsed>): number => secondsLeft(120, { clock: 120, processor: 120, active: 120, readers: 1, ...elapsed });

  it('is two minutes, and a second more for each page read, but not without end', () => {
    expect([0, 100, 1e6, 2e6].map(allowedSeconds)).toEqual([120, 220, 1200, 1200]);
  });

  it('is over when the clock says so, on a machine that does nothing else', () => {
    expect(at({})).toBe(0);
    expect(at({ processor: 240, readers: 2 })).toBe(0);
    expect(at({ clock: 50, processor: 50, active: 50 })).toBe(70);
  });

  it('goes on for as long as the processor was elsewhere', () => {
    expect(at({ processor: 30 })).toBe(90);
    expect(at({ processor: 120, readers: 4 })).toBe(90);
  });

  it('is over after five times the limit by the clock', () => {
    expect(at({ clock: 590, active: 590, processor: 60 })).toBe(10);
    expect(at({ clock: 600, active: 600, processor: 60 })).toBe(0);
  });

  it('is over for a reading that waits and does not work', () => {
    expect(at({ processor: 1, active: 50 })).toBe(0);
    expect(at({ processor: 1, active: 70 })).toBeGreaterThan(0);
  });

  it('always comes to an end, in steps that are no shorter than what is left of the limit', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 8 }), (working, active, readers) => {
        let clock = 0;
        let questions = 0;
        for (let left = 120; left > 0; questions++) {
          clock += left;
          left = secondsLeft(120, { clock, processor: clock * working, active: clock * active, readers });
        }
        expect(clock).toBeLessThanOrEqual(600.001);
        expect(questions).toBeLessThan(200);
      }),
    );
  });
});
