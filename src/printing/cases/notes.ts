/** Notes and associations, which the standard keeps at the root of the file. */
import { type Cmmn, is, isElement, ownPropertyOf } from '../../model/index.ts';
import { stringText } from '../literals.ts';
import { Line, nameWord, statementOf } from '../statements/element.ts';
import type { Statement } from '../tree.ts';
import { type CasePrintContext, isItem } from './case-context.ts';
import { listed } from './file-items.ts';

/** The notes behind an item: joined to it alone, by a line without an arrow. */
export function notesBehind(context: CasePrintContext, item: Cmmn.CMMNElement): Statement[] {
  return context.definitions.artifacts.flatMap((note) => {
    if (!is(note, 'cmmn:TextAnnotation') || context.done.has(note)) return [];
    const [only, ...others] = context.associationsAt.get(note) ?? [];
    if (!only || others.length > 0 || only.sourceRef !== item || !isPlain(only)) return [];
    context.done.add(note).add(only);
    return [noteStatement(context, note, [])];
  });
}

/** Notes about nothing that could be named: before all items, so that they stand behind none. */
export function freeNotes(context: CasePrintContext): Statement[] {
  return context.definitions.artifacts.flatMap((note) => {
    if (!is(note, 'cmmn:TextAnnotation') || aboutOf(context, note).length > 0) return [];
    context.done.add(note);
    return [noteStatement(context, note, [])];
  });
}

/** The notes that no item has taken, then the associations that no other line has said. */
export function looseStatements(context: CasePrintContext): Statement[] {
  const { artifacts } = context.definitions;
  const notes = artifacts.filter(
    (one): one is Cmmn.TextAnnotation => is(one, 'cmmn:TextAnnotation') && !context.done.has(one),
  );
  return [
    ...notes.map((note) => {
      const associations = aboutOf(context, note);
      for (const association of associations) context.done.add(association);
      return noteStatement(
        context,
        note,
        associations.flatMap(({ sourceRef }) => sourceRef ?? []),
      );
    }),
    ...artifacts.flatMap((one) => (is(one, 'cmmn:Association') ? associationStatement(context, one) : [])),
  ];
}

/** The associations that `about` makes. */
function aboutOf(context: CasePrintContext, note: Cmmn.TextAnnotation): readonly Cmmn.Association[] {
  return (context.associationsAt.get(note) ?? []).filter((one) => isPlain(one) && canName(context, one.sourceRef));
}

function noteStatement(
  context: CasePrintContext,
  note: Cmmn.TextAnnotation,
  about: readonly Cmmn.CMMNElement[],
): Statement {
  const line = new Line();
  line.add('note', nameWord(note, 'note', { base: 'note', isLabelled: true }), stringText(note.text ?? ''));
  line.say('text');
  if (about.length > 0) line.add('about', ...listed(about));
  return statementOf(context, note, line);
}

const DIRECTIONS = { None: '--', One: '->', Both: '<->' } as const;

function associationStatement(context: CasePrintContext, association: Cmmn.Association): Statement[] {
  const { sourceRef: source, targetRef: target, associationDirection: direction = 'None' } = association;
  if (context.done.has(association) || !canName(context, source) || !canName(context, target)) return [];
  const line = new Line();
  line.add('association', { to: source }, DIRECTIONS[direction], { to: target });
  line.add(nameWord(association, 'association', { base: 'association', isLabelled: true, as: true }));
  line.say('sourceRef', 'targetRef', 'associationDirection');
  return [statementOf(context, association, line)];
}

function isPlain(association: Cmmn.Association): boolean {
  return (
    (association.associationDirection ?? 'None') === 'None' &&
    ownPropertyOf(association, 'documentation') === undefined &&
    ownPropertyOf(association, 'extensionElements') === undefined
  );
}

/** What `about` and `association` may name. */
function canName(context: CasePrintContext, element: Cmmn.CMMNElement | undefined): element is Cmmn.CMMNElement {
  if (!isElement(element) || !context.canRefer(element)) return false;
  return isItem(element) || is(element, 'cmmn:CaseFileItem') || is(element, 'cmmn:TextAnnotation');
}
