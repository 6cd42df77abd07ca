/**
 * The documents among each other: which of them are current, and which claim to be one sheet and say different things.
 * Worked out anew after every change, from what is stored alone: the order in which files came does not matter, but
 * for a newer file under an old name or address (`replaced_by`), which only its coming can tell.
 */
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowOf, type SqlValue } from './read.js';
import { OF_THE_COLLECTION } from './views.js';

/** One year of one municipality. */
export interface Group {
  readonly municipalityCode: string;
  readonly fiscalYear: number | null;
}

interface Member {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly digest: string;
  readonly replacedBy: string | null;
  readonly supersededBy: string | null;
  readonly corrections: number;
  /** 部 and 課 of its sheets. */
  readonly sheets: ReadonlySet<string>;
  /** Number and title of its items. */
  readonly items: ReadonlySet<string>;
}

/** Notes which documents of the group are superseded, and which disagree. Writes nothing where nothing changed. */
export function settleGroup(db: Database, group: Group): void {
  const members = membersOf(db, group);
  const superseded = supersededBy(members);
  for (const { id, supersededBy: before } of members) {
    const now = superseded.get(id) ?? null;
    if (now !== before) db.prepare('UPDATE document SET superseded_by = ?, derived = 0 WHERE document_id = ?').run(now, id);
  }
  tellSameSheets(
    db,
    members,
    members.filter(({ id }) => !superseded.has(id)),
  );
}

/** Every group of these municipalities (six-digit codes). */
export function settleGroups(db: Database, municipalities: readonly string[]): void {
  const groups = db
    .prepare('SELECT DISTINCT municipality_code, fiscal_year FROM document WHERE municipality_code IN (SELECT value FROM json_each(?))')
    .all(JSON.stringify(municipalities))
    .map(rowOf);
  for (const { municipality_code: code, fiscal_year: year } of groups)
    settleGroup(db, { municipalityCode: String(code), fiscalYear: typeof year === 'number' ? year : null });
}

/**
 * A file that comes under the path or address of another one of the same municipality, year, title and offices is its newer edition.
 * Ids of the documents that it replaces. A file that is still there (`present`) is nobody's older edition.
 */
export function replaceOlder(
  db: Database,
  documentId: string,
  place: { readonly path: string; readonly url?: string | undefined },
  present: ReadonlySet<string>,
): readonly string[] {
  const own = groupOf(db, documentId);
  if (own === undefined) return [];
  const members = membersOf(db, own);
  const self = members.find(({ id }) => id === documentId);
  if (self === undefined) return [];
  const at = db
    .prepare('SELECT DISTINCT document_id FROM source WHERE path = ? OR (url IS NOT NULL AND url = ?)')
    .pluck()
    .all(place.path, place.url ?? null)
    .map(String);
  const older = members.filter(
    ({ id, digest, replacedBy, ...other }) =>
      id !== documentId &&
      at.includes(id) &&
      !present.has(id) &&
      replacedBy !== documentId &&
      digest !== self.digest &&
      isSameSheet({ id, digest, replacedBy, ...other }, self),
  );
  // An edition that comes back is the newest again.
  if (self.replacedBy !== null && at.includes(self.replacedBy)) db.prepare('UPDATE document SET replaced_by = NULL WHERE document_id = ?').run(documentId);
  for (const { id } of older) db.prepare('UPDATE document SET replaced_by = ? WHERE document_id = ?').run(documentId, id);
  return older.map(({ id }) => id);
}

export function groupOf(db: Database, documentId: string): Group | undefined {
  const found: unknown = prepared(db, 'SELECT municipality_code, fiscal_year FROM document WHERE document_id = ?').get(documentId);
  if (found === undefined) return undefined;
  const { municipality_code: code, fiscal_year: year } = rowOf(found);
  return { municipalityCode: String(code), fiscalYear: typeof year === 'number' ? year : null };
}

function membersOf(db: Database, { municipalityCode, fiscalYear }: Group): readonly Member[] {
  const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);
  const offices = prepared(db, `SELECT DISTINCT coalesce(department, '') || '/' || coalesce(division, '') FROM sheet WHERE document_id = ?`, 'value');
  const named = prepared(db, `SELECT DISTINCT coalesce(item_no, '') || '/' || coalesce(title, '') FROM item WHERE document_id = ?`, 'value');
  return prepared(
    db,
    `SELECT document_id, title, values_digest, replaced_by, superseded_by,
              coalesce((SELECT min(path) FROM source WHERE source.document_id = document.document_id), '') AS path,
              (SELECT count(*) FROM correction WHERE correction.source_sha256 = document.source_sha256) AS corrections
       FROM document WHERE municipality_code = ? AND fiscal_year IS ? ORDER BY path, document_id`,
  )
    .all(municipalityCode, fiscalYear)
    .map(rowOf)
    .map((row) => {
      const id = String(row['document_id']);
      return {
        id,
        path: String(row['path']),
        title: text(row['title']),
        // Stored before digests of values were kept: like no other.
        digest: text(row['values_digest']) ?? id,
        replacedBy: text(row['replaced_by']),
        supersededBy: text(row['superseded_by']),
        corrections: Number(row['corrections']),
        sheets: new Set(offices.all(id).map(String)),
        items: new Set(named.all(id).map(String)),
      };
    });
}

/** Of files that say the same, the one that people corrected is current, else the first by path. */
function supersededBy(members: readonly Member[]): ReadonlyMap<string, string> {
  const current = new Map<string, Member>();
  const standing = members.filter(({ id, replacedBy }) => replacedBy === null || !leadsOut(id, members));
  for (const member of standing) {
    const first = current.get(member.digest);
    if (first === undefined || member.corrections > first.corrections) current.set(member.digest, member);
  }
  const superseded = new Map<string, string>();
  for (const member of standing) {
    const first = current.get(member.digest);
    if (first !== undefined && first.id !== member.id) superseded.set(member.id, first.id);
  }
  for (const { id } of members) {
    if (standing.some((member) => member.id === id)) continue;
    const last = lastEdition(id, members);
    superseded.set(id, superseded.get(last) ?? last);
  }
  return superseded;
}

/** True when following `replaced_by` leads to another member, and not in a circle. */
function leadsOut(id: string, members: readonly Member[]): boolean {
  return lastEdition(id, members) !== id;
}

function lastEdition(id: string, members: readonly Member[]): string {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    if (seen.has(at)) return id;
    seen.add(at);
    const next = members.find((member) => member.id === at)?.replacedBy ?? null;
    if (next === null || !members.some((member) => member.id === next)) return at;
    at = next;
  }
}

/** One title, an office and an item in common: of forms with one item each, an office publishes many under one title. */
function isSameSheet(one: Member, other: Member): boolean {
  const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((name) => b.has(name));
  return one.title === other.title && share(one.sheets, other.sheets) && share(one.items, other.items);
}

function tellSameSheets(db: Database, members: readonly Member[], current: readonly Member[]): void {
  for (const member of members) {
    const others = current.includes(member) ? current.filter((other) => other !== member && isSameSheet(member, other)) : [];
    const messages = others.map(
      (other) =>
        `the sheet of ${other.path} (document ${other.id}) too: one municipality, year, title and office, but other values; see which is right, and remove the other`,
    );
    const before = prepared(db, 'SELECT message FROM diagnostic WHERE document_id = ? AND position > ? ORDER BY position', 'value')
      .all(member.id, OF_THE_COLLECTION)
      .map(String);
    if (JSON.stringify(before) === JSON.stringify(messages)) continue;
    db.prepare('DELETE FROM diagnostic WHERE document_id = ? AND position > ?').run(member.id, OF_THE_COLLECTION);
    const insert = db.prepare(`INSERT INTO diagnostic (document_id, position, severity, code, message) VALUES (?, ?, 'warning', 'W_SAME_SHEET', ?)`);
    for (const [index, message] of messages.entries()) insert.run(member.id, OF_THE_COLLECTION + 1 + index, message);
  }
}
