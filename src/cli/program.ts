/** The program's own name and version. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

export function programVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(file)).version;
}

/** A digest of the program's code: a changed program reads stored documents again, whatever its version says. */
export function programDigest(): string {
  const root = new URL('../', import.meta.url);
  const hash = createHash('sha256');
  const names = readdirSync(fileURLToPath(root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|\.d)\.[jt]s$/.test(name))
    .sort();
  for (const name of names) hash.update(name).update(readFileSync(new URL(name, root)));
  return hash.digest('hex').slice(0, 16);
}
