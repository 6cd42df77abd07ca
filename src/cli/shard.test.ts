import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInShard, shard } from './shard.js';

describe('a shard', () => {
  it('is part I of N, counted from 1, or from 0 as job schedulers do', () => {
    expect([shard('1/4'), shard('4/4'), shard('0/4')]).toEqual([
      { index: 1, count: 4 },
      { index: 0, count: 4 },
      { index: 0, count: 4 },
    ]);
  });

  it.each(['5/4', '1/0', '0/0', '1', '1/4/2', '-1/4', '1.5/4', ''])('is not: %j', (text) => {
    expect(() => shard(text)).toThrow('like 3/8');
  });

  it('has each name in exactly one of the parts', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (name, count) => {
        const parts = Array.from({ length: count }, (_, index) => isInShard(name, { index, count }));
        expect(parts.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  it('does not depend on how the file system spells が', () => {
    expect(isInShard('が.pdf'.normalize('NFD'), { index: 3, count: 7 })).toBe(isInShard('が.pdf'.normalize('NFC'), { index: 3, count: 7 }));
  });

  it('has about its share of the names', () => {
    const names = Array.from({ length: 4000 }, (_, i) => `132136/${i}.pdf`);
    const sizes = [0, 1, 2, 3].map((index) => names.filter((name) => isInShard(name, { index, count: 4 })).length);
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
  });
});
