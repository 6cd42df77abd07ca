import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { endureKills, endureMutants } from './support/endurance.js';

/** Needs the built program (npm test builds it first). Many more of each: `npm run endure`. */
describe.skipIf(!existsSync(fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))))('in the long run', () => {
  it('60 damaged files in one run: each is read or refused by a code, and none harms the sound files among them', () => {
    const { complaints, outcomes } = endureMutants(60);
    expect(complaints).toEqual([]);
    expect(outcomes['stored']).toBeGreaterThan(6);
    expect(outcomes['E_BROKEN_PDF']).toBeGreaterThan(0);
  }, 600_000);

  it('killed 5 times, the work goes on from where it was, and comes to the same bytes', async () => {
    const { complaints, outcomes } = await endureKills(5);
    expect(complaints).toEqual([]);
    expect(outcomes['completed']).toBeGreaterThan(0);
  }, 600_000);
});
