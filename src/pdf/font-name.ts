/** A font's PostScript name as people know it: without the tag of a subset (`ABCDEF+`), decoded. */
export function fontName(name: string): string {
  const bare = name.replace(/^[A-Z]{6}\+/, '');
  // Office programs write Japanese names as bytes of UTF-8 or Shift_JIS.
  if (!/[\x80-\xFF]/.test(bare) || /[^\0-\xFF]/.test(bare)) return bare;
  const bytes = Buffer.from(bare, 'latin1');
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return bare;
}
