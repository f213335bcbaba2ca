/**
 * What bpmn-js and what it draws with, and what reads texts, do again and again, done once or with less work: in the page and without a
 * browser alike. The build fails if something is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

const changes = [
  {
    // The CSS name of an attribute (`strokeWidth` → `stroke-width`) is searched for whenever one is set, a twelfth of the time of a drawing.
    path: /[\\/]tiny-svg[\\/]dist[\\/][^\\/]+\.js$/,
    found: `  var hyphenated = name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

  var type = CSS_PROPERTIES[hyphenated];
`,
    instead: `  var known = attributes.get(name) || attributeNamed(name);
  var hyphenated = known.hyphenated;
  var type = known.type;
`,
    beside: `const attributes = new Map();
function attributeNamed(name) {
  const hyphenated = name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const known = { hyphenated, type: CSS_PROPERTIES[hyphenated] };
  attributes.set(name, known);
  return known;
}`,
  },
  {
    // Attributes come as plain objects: a list of their names is made for each element, to walk it once.
    path: /[\\/]tiny-svg[\\/]dist[\\/][^\\/]+\.js$/,
    found: `  var names = Object.keys(attrs), i, name;

  for (i = 0, name; (name = names[i]); i++) {
    setAttribute(node, name, attrs[name]);
  }`,
    instead: '  for (var name in attrs) setAttribute(node, name, attrs[name]);',
  },
  {
    // A path is put together with commas, and these are searched for and taken out again.
    path: /[\\/]diagram-js[\\/]lib[\\/]util[\\/]RenderUtil\.js$/,
    found: `return elements.flat().join(',').replace(/,?([A-Za-z]),?/g, '$1');`,
    instead: 'return pathOf(elements);',
    beside: `function pathOf(elements) {
  let path = '';
  let isAfterNumber = false;
  for (const element of elements.flat()) {
    const isNumber = typeof element === 'number';
    path += isNumber && isAfterNumber ? ',' + element : element;
    isAfterNumber = isNumber;
  }
  return path;
}`,
  },
  {
    // The whole grammar is searched for the rules that can be reached. A test says that all can.
    path: /[\\/]langium[\\/]lib[\\/]parser[\\/]parser-builder-base\.js$/,
    found: 'const reachable = getAllReachableRules(grammar, false);',
    instead: 'const reachable = new Set(grammar.rules);',
  },
  {
    // At each place where the grammar has a choice all alternatives are made anew whenever a text comes there.
    path: /[\\/]langium[\\/]lib[\\/]parser[\\/]parser-builder-base\.js$/,
    found: `        return (args) => ctx.parser.alternatives(idx, methods.map(method => {
            const alt = {
                ALT: () => method.ALT(args)
            };
            const gate = method.GATE;
            if (gate) {
                alt.GATE = () => gate(args);
            }
            return alt;
        }));`,
    instead: `        // A choice may come up again within one of its alternatives, which has taken its arguments by then.
        let current;
        const choices = methods.map(({ ALT, GATE }) => ({ ALT: () => ALT(current), ...(GATE && { GATE: () => GATE(current) }) }));
        return (args) => {
            current = args;
            return ctx.parser.alternatives(idx, choices);
        };`,
  },
  {
    // Of each node of a text, again for each that is around it, a list of its properties with their values is made.
    path: /[\\/]langium[\\/]lib[\\/]utils[\\/]ast-utils\.js$/,
    found: `    for (const [name, value] of Object.entries(node)) {
        if (!name.startsWith('$')) {
            if (Array.isArray(value)) {
                value.forEach(`,
    instead: `    for (const name in node) {
        if (!name.startsWith('$')) {
            const value = node[name];
            if (Array.isArray(value)) {
                value.forEach(`,
  },
  {
    // Of each node the list of all properties of its type is made, to find the few that have a default.
    path: /[\\/]langium[\\/]lib[\\/]utils[\\/]ast-utils\.js$/,
    found: `    for (const property of Object.values(typeMetaData.properties)) {
        // Only set the value if the property is not already set and if it has a default value
        if (property.defaultValue !== undefined && genericNode[property.name] === undefined) {`,
    instead: `    for (const property of propertiesWithDefault(typeMetaData)) {
        if (genericNode[property.name] === undefined) {`,
    beside: `const withDefault = new WeakMap();
function propertiesWithDefault(type) {
  const known = withDefault.get(type) ?? Object.values(type.properties).filter((each) => each.defaultValue !== undefined);
  withDefault.set(type, known);
  return known;
}`,
  },
  {
    // Nearly all of these defaults are empty lists, each made three times.
    path: /[\\/]langium[\\/]lib[\\/]utils[\\/]ast-utils\.js$/,
    found: 'return [...propertyType.map(copyDefaultValue)];',
    instead: 'return propertyType.length === 0 ? [] : propertyType.map(copyDefaultValue);',
  },
  {
    // Each node of the syntax makes a list of the arguments that it has not.
    path: /[\\/]langium[\\/]lib[\\/]parser[\\/]cst-node-builder\.js$/,
    found: `export class CompositeCstNodeImpl extends AbstractCstNode {
    constructor() {
        super(...arguments);`,
    instead: `export class CompositeCstNodeImpl extends AbstractCstNode {
    constructor() {
        super();`,
  },
  {
    // Whether the grammar is being learned is asked four times a token, through two calls.
    path: /[\\/]langium[\\/]lib[\\/]parser[\\/]langium-parser\.js$/,
    found: 'return this.wrapper.IS_RECORDING;',
    instead: 'return this.wrapper.RECORDING_PHASE;',
  },
  {
    // Of what type a node is, is asked of each many times; a closure for the first time is made at every one.
    path: /[\\/]langium[\\/]lib[\\/]syntax-tree\.js$/,
    found: 'metaData ? metaData.superTypes.some(s => this.isSubtype(s, supertype)) : false',
    instead: 'metaData ? isAnySubtype(this, metaData.superTypes, supertype) : false',
    beside: `function isAnySubtype(reflection, types, supertype) {
  return types.some((type) => reflection.isSubtype(type, supertype));
}`,
  },
  {
    // What may follow each rule is worked out whenever a parser is made, a twentieth of a short command. Only a text with a mistake asks for it.
    path: /[\\/]chevrotain[\\/]lib[\\/]src[\\/]parse[\\/]parser[\\/]parser\.js$/,
    found: `const allFollows = computeAllProdsFollows(Object.values(this.gastProductionsCache));
                        this.resyncFollows = allFollows;`,
    instead: `const productions = Object.values(this.gastProductionsCache);
                        let follows;
                        Object.defineProperty(this, 'resyncFollows', { get: () => (follows ??= computeAllProdsFollows(productions)) });`,
  },
  {
    // Whether something is of a type is asked twenty times a shape, through a call that leads to its element.
    path: /[\\/]bpmn-js[\\/]lib[\\/]util[\\/]ModelUtil\.js$/,
    found: 'var bo = getBusinessObject(element);',
    instead: 'var bo = (element && element.businessObject) || element;',
  },
  {
    // Whether a label stands outside depends on the type alone; nine types are asked for, twice an element.
    path: /[\\/]bpmn-js[\\/]lib[\\/]util[\\/]LabelUtil\.js$/,
    found: `  return is(semantic, 'bpmn:Event') ||
         is(semantic, 'bpmn:Gateway') ||
         is(semantic, 'bpmn:DataStoreReference') ||
         is(semantic, 'bpmn:DataObjectReference') ||
         is(semantic, 'bpmn:DataInput') ||
         is(semantic, 'bpmn:DataOutput') ||
         is(semantic, 'bpmn:SequenceFlow') ||
         is(semantic, 'bpmn:MessageFlow') ||
         is(semantic, 'bpmn:Group');`,
    instead: `  const type = semantic && (semantic.businessObject || semantic).$type;
  let known = labelledOutside.get(type);
  if (known === undefined) labelledOutside.set(type, (known = outsideTypes.some((each) => is(semantic, each))));
  return known;`,
    beside: `const labelledOutside = new Map();
const outsideTypes = [
  'bpmn:Event',
  'bpmn:Gateway',
  'bpmn:DataStoreReference',
  'bpmn:DataObjectReference',
  'bpmn:DataInput',
  'bpmn:DataOutput',
  'bpmn:SequenceFlow',
  'bpmn:MessageFlow',
  'bpmn:Group',
];`,
  },
  {
    // Each arrow head gets 25 random digits as its id, and a list of all that there have ever been is kept. Ids of one page need a count.
    path: /[\\/]bpmn-js[\\/]lib[\\/]draw[\\/]BpmnRenderer\.js$/,
    found: 'new Ids()',
    instead: 'new CountedIds()',
    beside: `class CountedIds {
  #count = 0;
  nextPrefixed(prefix) {
    return prefix + ++this.#count;
  }
}`,
  },
  {
    // Of each arrow head all is made anew, for each flow one: a third of the attributes of a picture.
    path: /[\\/]bpmn-js[\\/]lib[\\/]draw[\\/]BpmnRenderer\.js$/,
    found: `  function marker(parentGfx, type, fill, stroke) {


    var id = markerIds.nextPrefixed('marker-');

    createMarker(parentGfx, id, type, fill, stroke);
`,
    instead: `  const drawnMarkers = new Map();

  function marker(parentGfx, type, fill, stroke) {
    var id = markerIds.nextPrefixed('marker-');
    const look = type + ' ' + fill + ' ' + stroke;
    const known = drawnMarkers.get(look);
    if (known) {
      const defs = domQuery(':scope > defs', parentGfx) || parentGfx.appendChild(svgCreate('defs'));
      const marker = known.cloneNode(true);
      marker.setAttribute('id', id);
      defs.appendChild(marker);
    } else {
      createMarker(parentGfx, id, type, fill, stroke);
      drawnMarkers.set(look, domQuery(':scope > defs', parentGfx).lastChild);
    }
`,
  },
  {
    // A list is walked by its keys as texts, each made a number again; engines compile such a loop anew in every picture.
    path: /[\\/]min-dash[\\/]dist[\\/]index\.js$/,
    found: 'const convertKey = isArray(collection) ? toNum : identity;',
    instead: 'if (isArray(collection)) return forEachItem(collection, iterator);\n  const convertKey = identity;',
    beside: `function forEachItem(list, iterator) {
  const { length } = list;
  for (let index = 0; index < length; index++) {
    if (!(index in list)) continue;
    const item = list[index];
    if (iterator(item, index) === false) return item;
  }
}`,
  },
];

/** cmmn-js brings older versions of the same libraries. */
const older = /[\\/]cmmn-(js|moddle)[\\/]/;

/** The changes by the files that they are made in. */
const byFile = Map.groupBy(changes, ({ path }) => path.source);

export const leanDrawing = {
  name: 'lean-drawing',
  setup(build) {
    for (const ofFile of byFile.values())
      build.onLoad({ filter: ofFile[0].path }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const { found, instead, beside = '' } of ofFile) {
          if (contents.includes(found)) contents = `${beside}\n${contents.replace(found, () => instead)}`;
          else if (!older.test(path)) return { errors: [{ text: `${path} no longer says "${found}".` }] };
        }
        return { contents, loader: 'js' };
      });
  },
};
