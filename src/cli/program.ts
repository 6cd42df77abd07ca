/** The program's own name and version. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function programVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(file);
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed)) throw new Error('package.json has no version');
  return String(parsed.version);
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
