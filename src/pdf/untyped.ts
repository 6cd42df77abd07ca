/** Looking into values whose shape nobody vouches for. Each gives a plain default for what is not there. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function field(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

/** An element of an array or typed array. */
export function at(value: unknown, index: number): unknown {
  if (Array.isArray(value) || value instanceof Float32Array) {
    const element: unknown = value[index];
    return element;
  }
  return field(value, String(index));
}

export function num(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

export function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((n) => typeof n === 'number') : [];
}

/** A list of `[key, value]` pairs. */
export function* entries(value: unknown): Generator<readonly [string, unknown]> {
  if (!Array.isArray(value)) return;
  for (const entry of value) yield [String(at(entry, 0)), at(entry, 1)];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
