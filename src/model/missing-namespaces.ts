/** Binds at the root, once for all, the namespaces that the new parts of a model need. */

import { type Package, type PropertyDescriptor, packages } from '../schema/index.ts';
import { ModelObject } from './element-class.ts';
import type { Scope } from './scope.ts';
import { containedIn } from './walk.ts';
import { CUSTOMARY, namespacesOf, splitName } from './xml-names.ts';

/** Adds to the scope of the root what its own attributes do not bind, under the customary prefixes. */
export function bindMissing(root: ModelObject, scope: Scope): void {
  const needs = new Needs();
  const open: { child: ModelObject; property?: PropertyDescriptor }[] = [{ child: root }];
  for (let item = open.pop(); item; item = open.pop()) {
    needs.add(item.child, item.property);
    for (const inner of containedIn(item.child)) open.push(inner);
  }
  for (const one of packages) {
    if (needs.packages.has(one) && scope.prefixOf(namespacesOf(one)) === undefined)
      scope.bind(one.writtenPrefix, one.uri);
  }
  for (const [uri, prefix] of CUSTOMARY) {
    if (needs.customary.has(prefix) && scope.prefixOf([uri]) === undefined) scope.bind(prefix, uri);
  }
}

class Needs {
  readonly packages = new Set<Package>();
  /** Prefixes. */
  readonly customary = new Set<string>();

  add(element: ModelObject, property: PropertyDescriptor | undefined): void {
    if (!ModelObject.sourceOf(element)) this.#addNew(element, property);
    for (const name of Object.keys(ModelObject.touchedAttributes(element) ?? {}))
      this.customary.add(splitName(name)[0]);
  }

  #addNew(element: ModelObject, property: PropertyDescriptor | undefined): void {
    const home = element.descriptor.package;
    if (!property || property.element === '') {
      this.packages.add(home);
      return;
    }
    this.packages.add(property.package);
    // The name says nothing of the type: if that is a special one, xsi:type has to.
    if (property.type === element.$type) return;
    this.packages.add(home);
    this.customary.add('xsi');
  }
}
