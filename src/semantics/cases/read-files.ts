import type { Cmmn, ModelElement } from '../../model/index.ts';
import type { CaseFileEntry } from './plan.ts';

/** Adds the items of a case file, outer ones first. @param of the case */
export function readFiles(
  file: Cmmn.CaseFile | undefined,
  of: number,
  files: CaseFileEntry[],
  fileOf: Map<ModelElement, number>,
): void {
  const add = (element: Cmmn.CaseFileItem, parent: number): number => {
    const index = files.length;
    const children: number[] = [];
    files.push({
      index,
      id: element.id ?? `file-${index}`,
      name: element.name ?? '',
      parent,
      children,
      isMany: element.multiplicity === 'ZeroOrMore' || element.multiplicity === 'OneOrMore',
      case: of,
    });
    fileOf.set(element, index);
    for (const child of element.children?.caseFileItems ?? []) children.push(add(child, index));
    return index;
  };
  for (const element of file?.caseFileItems ?? []) add(element, -1);
}
