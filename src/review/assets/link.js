// @ts-check
'use strict';
// Which value stands where. Everything that can be pointed at in the records is a target (a value or a
// finding); every box on a page is a spot. Values printed in the same box share one spot.

/**
 * @typedef {{ kind: 'value', record: number, address: string, field: Field, spots: number[] }} ValueTarget
 * @typedef {{ kind: 'finding', finding: Finding, spots: number[] }} FindingTarget
 * @typedef {ValueTarget | FindingTarget} Target
 * @typedef {{ page: number, box: readonly [number, number, number, number], look: string, targets: number[] }} Spot
 * @typedef {{ targets: Target[], spots: Spot[], ofPage: Map<number, number[]>, ofRecord: number[][], findings: number[] }} Links
 */

/** Text that nothing accounts for has a look of its own. */
const LEFT_OVER = 'W_LEFT_OVER';

/**
 * @param {ReviewDocument} review
 * @returns {Links}
 */
function linkDocument(review) {
  /** @type {Links} */
  const links = { targets: [], spots: [], ofPage: new Map(), ofRecord: review.records.map(() => []), findings: [] };
  /** @type {Map<string, number>} */
  const known = new Map();

  /** @param {number} page @param {readonly [number, number, number, number]} box @param {string} look @param {number} target */
  const spotAt = (page, box, look, target) => {
    const key = `${look} ${page} ${box.join(' ')}`;
    let index = known.get(key);
    if (index === undefined) {
      index = links.spots.push({ page, box, look, targets: [] }) - 1;
      known.set(key, index);
      const list = links.ofPage.get(page);
      if (list) list.push(index);
      else links.ofPage.set(page, [index]);
    }
    links.spots[index]?.targets.push(target);
    return index;
  };

  review.records.forEach((record, recordIndex) => {
    /** @param {Field} field @param {number} part */
    const add = (field, part) => {
      const index = links.targets.length;
      const spots = field.places.map((place) => spotAt(place.page, place.box, 'value', index));
      links.targets.push({ kind: 'value', record: recordIndex, address: addressOf(record, field, part), field, spots });
      links.ofRecord[recordIndex]?.push(index);
    };
    for (const field of record.fields) add(field, 0);
    for (const [index, part] of record.parts.entries()) for (const field of part.fields) add(field, index + 1);
  });
  for (const finding of review.findings) {
    const index = links.targets.length;
    const look = finding.code === LEFT_OVER ? 'left-over' : finding.severity;
    const spots = finding.page !== null && finding.box !== null ? [spotAt(finding.page, finding.box, look, index)] : [];
    links.targets.push({ kind: 'finding', finding, spots });
    links.findings.push(index);
  }
  // Small boxes lie above large ones, so that each can be pointed at; findings lie above values.
  for (const list of links.ofPage.values()) {
    list.sort((a, b) => rank(links.spots[a]) - rank(links.spots[b]));
  }
  return links;
}

/**
 * The end of a value's address, the same as long as the record and its field are there.
 * @param {ReviewRecord} record @param {Field} field @param {number} part from 1; 0 for the record itself
 */
function addressOf(record, field, part) {
  return [record.kind, record.id, field.name, ...(part === 0 ? [] : [String(part)])].map(encodeURIComponent).join('/');
}

/** @param {Spot | undefined} spot @returns {number} the later drawn, the higher */
function rank(spot) {
  if (!spot) return 0;
  const [x0, top, x1, bottom] = spot.box;
  return (spot.look === 'value' ? 0 : 1e9) - (x1 - x0) * (bottom - top);
}

/** Pages on which a target stands, in order. @param {Links} links @param {Target} target */
function pagesOfTarget(links, target) {
  return [...new Set(target.spots.flatMap((spot) => links.spots[spot]?.page ?? []))];
}
