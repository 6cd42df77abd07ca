/** Sound PDFs made unsound, the same way every time: for tests of what the reader does with them. */
import { inflateSync } from 'node:zlib';

/** Whole numbers below `limit`, the same for the same seed (mulberry32). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The file with its Flate streams inflated and its table of offsets put right: damage then hits syntax, not compressed noise. */
export function uncompressed(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes);
  const bodies: string[] = [];
  for (const match of text.matchAll(/(?<!\d)(\d{1,6}) 0 obj\b([\s\S]*?)\nendobj/g)) bodies[Number(match[1])] = inflated(match[2] ?? '');
  let out = '%PDF-1.7\n';
  const rows = ['0000000000 65535 f \n'];
  for (let number = 1; number < bodies.length; number++) {
    rows.push(`${String(out.length).padStart(10, '0')} 00000 n \n`);
    out += `${number} 0 obj${bodies[number] ?? '\nnull'}\nendobj\n`;
  }
  const trailer = /trailer([\s\S]*?)startxref/.exec(text)?.[1] ?? '';
  return fromLatin1(`${out}xref\n0 ${rows.length}\n${rows.join('')}trailer${trailer}startxref\n${out.length}\n%%EOF\n`);
}

/** One object's body; streams that use a predictor or another filter stay as they are. */
function inflated(body: string): string {
  const parts = /^([\s\S]*?)stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body);
  const [, head = '', data = ''] = parts ?? [];
  if (parts === null || !/\/Filter\s*\[?\s*\/FlateDecode/.test(head) || /\/DecodeParms/.test(head)) return body;
  try {
    const plain = inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
    const dictionary = head.replace(/\/Filter\s*(?:\[\s*)?\/FlateDecode(?:\s*\])?/, '').replace(/\/Length\s+\d+(?:\s+0\s+R)?/, `/Length ${plain.length}`);
    return `${dictionary}stream\n${plain}\nendstream`;
  } catch {
    return body;
  }
}

/** The file with wrong places in its table of offsets, for the objects named by their numbers. */
export function withWrongOffsets(bytes: Uint8Array, objects: readonly number[]): Uint8Array {
  const text = latin1(bytes);
  const table = text.lastIndexOf('\nxref\n');
  let number = -1;
  const damaged = text.slice(table).replace(/\d{10} \d{5} [nf] \n/g, (row) => {
    number += 1;
    return objects.includes(number) ? `0000000017${row.slice(10)}` : row;
  });
  return fromLatin1(text.slice(0, table) + damaged);
}

/** A copy with one damage out of those that files meet on their way: bytes changed, cut off, doubled, or lost, or numbers changed. */
export function mutant(bytes: Uint8Array, seed: number): Uint8Array {
  const random = seeded(seed);
  const copy = Buffer.from(bytes);
  const place = (): number => random(copy.length);
  switch (random(6)) {
    case 0:
      for (let count = 1 + random(20); count > 0; count--) copy[place()] = random(256);
      return new Uint8Array(copy);
    case 1:
      return new Uint8Array(copy.subarray(0, place()));
    case 2: {
      const [from, length] = [place(), 1 + random(2000)];
      return new Uint8Array(Buffer.concat([copy.subarray(0, from), copy.subarray(from + length)]));
    }
    case 3: {
      const [from, length] = [place(), 1 + random(2000)];
      return new Uint8Array(Buffer.concat([copy.subarray(0, from + length), copy.subarray(from)]));
    }
    case 4: {
      const offsets = uncompressed(bytes);
      const count = (latin1(offsets).match(/\d{10} \d{5} [nf] \n/g) ?? []).length;
      return withWrongOffsets(offsets, [1 + random(count), 1 + random(count)]);
    }
    default: {
      // A number of the file's own syntax becomes another: an offset, a length, a reference, a count.
      const text = latin1(uncompressed(bytes));
      const numbers = [...text.matchAll(/(?<![\d.])\d{1,6}(?![\d.])/g)];
      for (let count = 1 + random(5); count > 0; count--) {
        const chosen = numbers[random(numbers.length)];
        if (chosen === undefined) continue;
        numbers.splice(numbers.indexOf(chosen), 1);
      }
      const kept = new Set(numbers.map(({ index }) => index));
      return fromLatin1(
        text.replace(/(?<![\d.])\d{1,6}(?![\d.])/g, (digits, index: number) =>
          kept.has(index) ? digits : String(random(10 ** digits.length)).padStart(digits.length, '0'),
        ),
      );
    }
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const fromLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
