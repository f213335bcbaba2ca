/** One value of an XML text that is another in the next text. */
export interface ValueEdit {
  /** Id of the element that it belongs to, or of the shape or edge around it, in the text before. */
  readonly id: string;
  /** Where it is: on the element itself, on the bounds of a shape or of its label, on a waypoint (by its index). */
  readonly part: 'element' | 'bounds' | 'label' | number;
  readonly attribute: string;
  readonly before: string;
  readonly after: string;
}

/** How two XML texts of the same structure differ. */
export interface Differences {
  readonly values: readonly ValueEdit[];
  /** Ids that are others in the next text, everywhere. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A line that is one start tag with attributes, and nothing else. */
const startTag = /^\s*<([\w:.-]+)(?: [\w:.-]+="[^"<>&]*")+ ?\/?>$/;

/** A line that is one element whose text is the id of another. */
const reference = /^\s*<(?:\w+:)?(incoming|outgoing|flowNodeRef)>([^<>&]*)<\/[\w:]+>$/;

/** An element whose values are shown nowhere: CMMN's size of a whole diagram, which follows all that is in it. */
const withoutTrace = /^(\w+:)?Size$/;

/** The attributes whose values are shown; all others are taken for ids. */
const shown = /^(name|x|y|width|height)$/;

/**
 * How two XML texts differ where it is nothing but names, places, sizes and ids: the same lines, some with other values in
 * the same attributes. Undefined where there is more to it, or where it cannot be told for sure (several tags in a line,
 * an entity in a value, an id that is not the same everywhere); then the text must be read anew.
 */
export function differences(before: readonly string[], after: readonly string[]): Differences | undefined {
  // In a comment or in character data a line may look like a tag.
  if (before.length !== after.length || before.some((line) => line.includes('<!'))) {
    return undefined;
  }
  const values: ValueEdit[] = [];
  const ids: ValueEdit[] = [];
  for (const [i, line] of after.entries()) {
    if (line === before[i]) {
      continue;
    }
    const found = editsOfLine(i, line, before);
    if (!found) {
      return undefined;
    }
    for (const edit of found) {
      (shown.test(edit.attribute) ? values : ids).push(edit);
    }
  }
  const renames = renamesOf(ids, before);
  return renames && { values, renames };
}

function editsOfLine(index: number, after: string, lines: readonly string[]): ValueEdit[] | undefined {
  const before = lines[index] ?? '';
  const [old, now] = [reference.exec(before), reference.exec(after)];
  if (old && now && old[1] === now[1]) {
    return [{ id: '', part: 'element', attribute: old[1] ?? '', before: old[2] ?? '', after: now[2] ?? '' }];
  }
  const tag = startTag.exec(before)?.[1];
  if (!tag || !startTag.test(after) || withoutValues(before) !== withoutValues(after)) {
    return undefined;
  }
  if (withoutTrace.test(tag)) {
    return [];
  }
  const place = placeOf(tag, index, lines);
  if (!place) {
    return undefined;
  }
  const nextValues = attributes(after);
  return attributes(before).flatMap(({ attribute, value }, i) => {
    const next = nextValues[i]?.value ?? '';
    return value === next ? [] : [{ ...place, attribute, before: value, after: next }];
  });
}

/** Which ids are renamed by these edits; undefined where it is not one name for another, all over the text. */
function renamesOf(edits: readonly ValueEdit[], lines: readonly string[]): Map<string, string> | undefined {
  const renames = new Map(
    edits.filter(({ attribute }) => attribute === 'id').map(({ before, after }) => [before, after]),
  );
  const left = new Map([...renames.keys()].map((id) => [id, occurrences(id, lines)]));
  for (const { before, after } of edits) {
    if (renames.get(before) !== after) {
      return undefined;
    }
    left.set(before, (left.get(before) ?? 0) - 1);
  }
  return [...left.values()].every((count) => count === 0) ? renames : undefined;
}

/** How often an id stands alone: as the value of an attribute that is no name, or as the text of an element. */
function occurrences(id: string, lines: readonly string[]): number {
  return lines.reduce((count, line) => count + (line.includes(id) ? countIn(line, id) : 0), 0);
}

function countIn(line: string, id: string): number {
  const count = (text: string) => line.split(text).length - 1;
  return count(`"${id}"`) - count(` name="${id}"`) + count(`>${id}<`);
}

function placeOf(tag: string, index: number, lines: readonly string[]): Pick<ValueEdit, 'id' | 'part'> | undefined {
  const at = (i: number) => lines[i] ?? '';
  if (tag.endsWith('waypoint')) {
    let first = index;
    while (/^\s*<(\w+:)?waypoint\b/.test(at(first - 1))) {
      first--;
    }
    return place(at(first - 1), index - first);
  }
  if (tag.endsWith('Bounds')) {
    return /^\s*<(\w+:)?(BPMN|CMMN)Label\b/.test(at(index - 1))
      ? labelPlace(index - 1, lines)
      : place(at(index - 1), 'bounds');
  }
  return place(at(index), 'element');
}

/** A label follows the bounds of its shape, or the waypoints of its edge. */
function labelPlace(index: number, lines: readonly string[]): Pick<ValueEdit, 'id' | 'part'> | undefined {
  let owner = index - 1;
  while (/^\s*<(\w+:)?(waypoint|Bounds)\b/.test(lines[owner] ?? '')) {
    owner--;
  }
  return place(lines[owner] ?? '', 'label');
}

function place(line: string, part: ValueEdit['part']): Pick<ValueEdit, 'id' | 'part'> | undefined {
  const id = / id="([^"]*)"/.exec(line)?.[1];
  return id === undefined ? undefined : { id, part };
}

function withoutValues(line: string): string {
  return line.replace(/="[^"]*"/g, '');
}

function attributes(line: string): { readonly attribute: string; readonly value: string }[] {
  return [...line.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, attribute = '', value = '']) => ({ attribute, value }));
}
