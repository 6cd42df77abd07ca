/**
 * `npm run endure -- [mutants] [kills]`: 500 damaged files in one run, and 40 kills, with the built program;
 * says what came of them, and ends with status 1 where something went wrong.
 */
import { endureKills, endureMutants, type Endured } from '../tests/support/endurance.js';

const [mutants = '500', kills = '40'] = process.argv.slice(2);

function tell(what: string, { count, outcomes, complaints }: Endured): void {
  const parts = Object.entries(outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(([outcome, times]) => `${times} ${outcome}`);
  console.log(`${count} ${what}: ${parts.join(', ')}; ${complaints.length} complaints`);
  for (const complaint of complaints) console.log(`  ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  tell('mutants', endureMutants(Number(mutants)));
  tell('kills', await endureKills(Number(kills)));
}

void main();
