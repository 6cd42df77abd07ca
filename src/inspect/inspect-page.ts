/** Layers and page pictures → one HTML file that needs nothing else. Pure but for reading its own assets. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '../messages/translate.js';
import type { Layers } from './layers.js';

const assets = fileURLToPath(new URL('./assets/', import.meta.url));

export interface PagePicture {
  readonly page: number;
  /** WebP. */
  readonly bytes: Uint8Array;
}

export async function inspectHtml(layers: Layers, pictures: readonly PagePicture[], language: Language = 'en'): Promise<string> {
  const [shell, style, script] = await Promise.all(['inspect.html', 'inspect.css', 'inspect.js'].map((name) => readFile(`${assets}${name}`, 'utf8')));
  const images = Object.fromEntries(pictures.map(({ page, bytes }) => [page, `data:image/webp;base64,${Buffer.from(bytes).toString('base64')}`]));
  const parts: Readonly<Record<string, string>> = {
    language,
    title: escapeText(layers.file),
    style: style ?? '',
    // Of the very text between the tags: what a document's own text might smuggle in does not run.
    scriptHash: hashOf(`\n${script ?? ''}\n    `),
    styleHash: hashOf(`\n${style ?? ''}\n    `),
    script: script ?? '',
    layers: scriptJson(layers),
    images: scriptJson(images),
  };
  return (shell ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

/** As a Content-Security-Policy names what may run. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** JSON inside a script element: no text of the document may end the element. */
function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
