/** What the schema and the vendors say: prefixes, keys of `with`, data that is mapped. */
import { type AstNode, GrammarUtils } from 'langium';
import { closestTo } from '../../../base/spelling.ts';
import { stretchOf } from '../../edit-place.ts';
import {
  isData,
  isDetail,
  isExtension,
  isFileUse,
  isFlow,
  isModel,
  isNamespace,
  isStore,
  isUse,
} from '../../generated/ast.ts';
import { quotedId } from '../../quoted-id.ts';
import { withItsBraces } from '../../statement-edits.ts';
import { type Fix, type ProblemPlace, preferred, shown } from './fix.ts';
import { changeSpelling } from './name-fixes.ts';

/** Addresses of name spaces by the prefix that everybody gives them. */
const ADDRESSES: Readonly<Record<string, string>> = {
  activiti: 'http://activiti.org/bpmn',
  bioc: 'http://bpmn.io/schema/bpmn/biocolor/1.0',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  color: 'http://www.omg.org/spec/BPMN/non-normative/color/1.0',
  flowable: 'http://flowable.org/bpmn',
  modeler: 'http://camunda.org/schema/modeler/1.0',
  signavio: 'http://www.signavio.com',
  xsd: 'http://www.w3.org/2001/XMLSchema',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
};

/** A prefix that the head does not declare: one that it does, or its declaration. */
export function declarePrefix(place: ProblemPlace): Fix[] {
  const prefix = place.told('prefix');
  const model = place.document.parseResult.value;
  if (prefix === undefined || !isModel(model)) return [];
  // A half-typed declaration declares nothing.
  const namespaces = model.header
    .filter(isNamespace)
    .filter(({ name, uri }) => name !== undefined && uri !== undefined);
  const meant = closestTo(
    prefix,
    namespaces.map(({ name }) => name),
  );
  const marked = { offset: place.offset, end: place.offset + prefix.length };
  const spelling: Fix[] = meant ? preferred(`Change to \`${meant}\``, place.replace(marked, meant)) : [];
  const address = ADDRESSES[prefix];
  const text = `namespace ${prefix} "${address ?? `http://example.org/${prefix}`}"`;
  const last = namespaces.at(-1)?.$cstNode;
  const first = model.header[0]?.$cstNode ?? model.elements[0]?.$cstNode;
  const edit = last
    ? place.insert(place.endOfLine(last.end), `\n${text}`)
    : place.insert(first?.offset ?? 0, `${text}\n`);
  if (!place.isReadUpTo(last?.end ?? 0)) return spelling;
  const isSure = !meant && address !== undefined;
  return [...spelling, { title: `Declare \`namespace ${prefix}\``, edits: [edit], preferred: isSure }];
}

/** A prefix that is declared twice with the same address. */
export function removeNamespace(place: ProblemPlace): Fix[] {
  const namespace = place.leaf?.astNode;
  if (!isNamespace(namespace) || !namespace.$cstNode) return [];
  const { header } = namespace.$container;
  const first = header.filter(isNamespace).find(({ name }) => name === namespace.name);
  if (!first || first === namespace || first.uri !== namespace.uri) return [];
  return preferred('Remove the second declaration', place.remove(namespace.$cstNode));
}

/** A key that the schema does not have: one that it has, or none. */
export function fixDetail(place: ProblemPlace): Fix[] {
  const spelling = changeSpelling(place);
  return [...spelling, ...removeDetail(place).map((fix) => ({ ...fix, preferred: spelling.length === 0 }))];
}

/** An input or an output that the called process does not have: those that it has, the one of like spelling first. */
export function choosePort(place: ProblemPlace): Fix[] {
  const names = place.toldList('names');
  const meant = closestTo(place.text, names) ?? (names.length === 1 ? names[0] : undefined);
  const sorted = [...names].sort((a, b) => Number(b === meant) - Number(a === meant));
  return sorted.map((name) => ({
    title: `Change to \`${name}\``,
    edits: [place.replace(place, quotedId(name, place.leaf?.astNode))],
    preferred: name === meant,
  }));
}

/** A name that stands for several kinds: each of them. */
export function chooseKind(place: ProblemPlace): Fix[] {
  return place.toldList('kinds').map((kind) => ({ title: `Write \`${kind}\``, edits: [place.replace(place, kind)] }));
}

/** A fact that stands there twice, or that nothing has room for; with the braces that held nothing else. */
export function removeDetail(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const cst = node && (isDetail(node) || isExtension(node)) ? node.$cstNode : undefined;
  if (!node || !cst) return [];
  return preferred(`Remove ${shown(cst.text)}`, place.remove(isDetail(node) ? withItsBraces(node, cst) : cst));
}

/** A sentry that waits for nothing, also one whose condition is missing. */
export function removeSentry(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const sentry = isDetail(node) && node.key === 'ifPart' ? node.$container : node;
  if (!isDetail(sentry) || !sentry.$cstNode) return [];
  return preferred(`Remove ${shown(sentry.$cstNode.text)}`, place.remove(withItsBraces(sentry, sentry.$cstNode)));
}

/** An id or a label that the schema has no attribute for. */
export function removeNameOrLabel(place: ProblemPlace): Fix[] {
  const { leaf } = place;
  const feature = leaf && GrammarUtils.findAssignment(leaf)?.feature;
  if (feature !== 'name' && feature !== 'label') return [];
  return preferred(`Remove ${shown(place.text)}`, place.remove(place));
}

/** `into` and `from`, each with its own verb. */
export function turnMapping(place: ProblemPlace): Fix[] {
  const other = place.text === 'into' ? 'from' : 'into';
  return preferred(`Write \`${other}\``, place.replace(place, other));
}

/** Data that a list names in vain: the list without it, or the statement without the list. */
export function removeUse(place: ProblemPlace): Fix[] {
  const use = place.around(isUse);
  const clause = use?.$container;
  const [node, list] = [use?.$cstNode, clause?.$cstNode];
  if (!use || !clause || !node || !list) return [];
  const index = clause.uses.indexOf(use);
  const [before, next] = [clause.uses[index - 1]?.$cstNode, clause.uses[index + 1]?.$cstNode];
  const edit = before
    ? place.replace({ offset: before.end, end: node.end }, '')
    : next
      ? place.replace({ offset: node.offset, end: next.offset }, '')
      : place.remove(list);
  return preferred(`Remove ${shown(before || next ? node.text : list.text)}`, edit);
}

/** A further state of what is of another kind, or has no states: of its kind, or data of its own. */
export function fixOrigin(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  if (!isData(node) && !isStore(node)) return [];
  const [own, other] = isData(node) ? ['data', 'store'] : ['store', 'data'];
  const word = GrammarUtils.findNodeForKeyword(node.$cstNode, own);
  if (word && node.of?.ref && node.of.ref.$type !== node.$type)
    return preferred(`Make it a \`${other}\``, place.replace(word, other));
  const from = GrammarUtils.findNodeForKeyword(node.$cstNode, 'for');
  return from ? preferred('Make it data of its own', place.remove({ offset: from.offset, end: place.end })) : [];
}

/** A mapping on what has no inputs and outputs of its own: the data without it. */
export function removeMapping(place: ProblemPlace): Fix[] {
  const use = place.around(isUse) ?? place.around(isFileUse);
  const word = GrammarUtils.findNodeForProperty(use?.$cstNode, 'direction');
  const end = use?.$cstNode?.end;
  if (end === undefined || !word) return [];
  return preferred('Remove the mapping', place.remove({ offset: word.offset, end }));
}

/** A way that stops without a step: it ends. */
export function endWay(place: ProblemPlace): Fix[] {
  const jump = stretchOf(place.around(isFlow));
  return jump ? preferred('Write `{ end }`', place.replace(jump, '{ end }')) : [];
}

/** A parenthesis that is never closed, behind the last part of what it holds. */
export function closeParenthesis(place: ProblemPlace): Fix[] {
  const extension: AstNode | undefined = place.around(isExtension);
  const end = extension?.$cstNode?.end;
  if (end === undefined) return [];
  const comma = extension?.$cstNode?.text.endsWith(',') ? 1 : 0;
  const edit = place.replace({ offset: end - comma, end }, ')');
  return preferred('Close it with `)`', edit);
}
