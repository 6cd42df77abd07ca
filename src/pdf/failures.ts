/** Bytes that cannot be read, and pdf.js' exceptions, as failures that a person can act on. */
import { ChohyoError } from '../model/errors.js';

/** Bytes in which the header must begin (PDF 32000-1, annex H.3.4.1, as readers practise it). */
const HEADER_WITHIN = 1024;

/** What people rename to `.pdf` or download in place of one, by the first bytes of the file. */
const OTHER_FORMATS: readonly (readonly [start: RegExp, name: string])[] = [
  [/^PK\x03\x04/, 'an Office or ZIP file'],
  [/^\xD0\xCF\x11\xE0/, 'an Office file of the older kind (.xls, .doc)'],
  [/^\xFF\xD8\xFF/, 'a JPEG image'],
  [/^\x89PNG/, 'a PNG image'],
  [/^(II\*\0|MM\0\*)/, 'a TIFF image'],
];

/** Throws E_EMPTY_FILE or E_NOT_A_PDF for bytes that are no PDF at all. */
export function assertLooksLikePdf(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new ChohyoError({
      code: 'E_EMPTY_FILE',
      message: 'the file is empty (0 bytes)',
      remedy: 'Download or copy the file again.',
    });
  }
  const head = Buffer.from(bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
  if (head.includes('%PDF-')) return;
  if (/<!doctype html|<html|<head|<body|<script/i.test(head)) {
    throw new ChohyoError({
      code: 'E_NOT_A_PDF',
      message: 'the file is a web page (HTML) saved under a PDF name',
      remedy: 'Open the link in a browser and save the PDF itself; the server sent a page (moved, login or error) in its place.',
    });
  }
  const other = OTHER_FORMATS.find(([start]) => start.test(head))?.[1];
  throw new ChohyoError({
    code: 'E_NOT_A_PDF',
    message: other === undefined ? 'the file is not a PDF (it has no %PDF header)' : `the file is not a PDF but ${other}`,
    remedy: 'Give a PDF file; documents of other programs can be printed or exported as PDF.',
  });
}

/** What pdf.js threw → a `ChohyoError`; `where` names the page, or is empty. */
export function readingFailure(error: unknown, where: string): ChohyoError {
  if (error instanceof ChohyoError) return error;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') {
    return new ChohyoError(
      {
        code: 'E_ENCRYPTED',
        message: 'the file is encrypted and asks for a password',
        remedy: 'Remove the password with the program that set it (or `qpdf --decrypt --password=… in.pdf out.pdf`) and try again.',
      },
      { cause: error },
    );
  }
  return new ChohyoError(
    {
      code: 'E_BROKEN_PDF',
      message: `the PDF is damaged${where}: ${oneLine(detail)}`,
      remedy: 'Download the file again; if it stays so, repair it (`qpdf in.pdf out.pdf`) or print it anew.',
    },
    { cause: error },
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
