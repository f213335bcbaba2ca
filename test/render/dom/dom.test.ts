import { describe, expect, it } from 'vitest';
import { DrawingDocument } from '../../../src/render/dom/document.ts';
import type { DrawingElement } from '../../../src/render/dom/element.ts';
import { withDrawingGlobals } from '../../../src/render/dom/globals.ts';
import { type MarkerNames, serialize } from '../../../src/render/dom/serialize.ts';
import { Matrix } from '../../../src/render/geometry/matrix.ts';

const document = new DrawingDocument();
const element = (name: string, attributes: Record<string, unknown> = {}): DrawingElement => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const shown = (node: DrawingElement): DrawingElement => document.body.appendChild(node);

describe('nodes', () => {
  it('stand where they are put, in one place at a time', () => {
    const [parent, other, first, second] = [element('g'), element('g'), element('rect'), element('path')];
    parent.appendChild(second);
    parent.insertBefore(first, second);
    expect(parent.childNodes).toEqual([first, second]);
    expect(first.nextSibling).toBe(second);
    expect(second.nextSibling).toBeNull();
    other.appendChild(first);
    expect(parent.childNodes).toEqual([second]);
    expect(first.parentNode).toBe(other);
    expect(other.removeChild(first).parentNode).toBeNull();
  });

  it('replace their content by text', () => {
    const line = element('tspan');
    line.textContent = 'one';
    line.textContent = 'two';
    expect(line.textContent).toBe('two');
    expect(line.childNodes).toHaveLength(1);
  });

  it('are found as children by name, and below by name or class', () => {
    const svg = element('svg');
    const defs = svg.appendChild(element('defs'));
    expect(svg.querySelector(':scope > defs')).toBe(defs);
    expect(svg.querySelector(':scope > g')).toBeNull();
    const marker = defs.appendChild(element('marker'));
    marker.classList.add('arrow');
    expect(svg.querySelector('marker')).toBe(marker);
    expect(svg.querySelector('.arrow')).toBe(marker);
    expect(svg.querySelector(':scope > marker')).toBeNull();
    expect(() => svg.querySelector('defs > marker')).toThrow('defs > marker');
  });
});

describe('cloneNode', () => {
  it('copies an element, with what is inside on demand, and leaves it as it is', () => {
    const marker = element('marker', { id: 'a', refX: 11 });
    marker.classList.add('arrow');
    marker.style.fill = 'white';
    marker.appendChild(element('path', { d: 'M 1 5 L 11 10' }));
    const clone = marker.cloneNode(true);
    clone.setAttribute('id', 'b');
    const markup = serialize([marker]);
    expect(markup).toBe(
      '<marker class="arrow" id="a" refX="11" style="fill: white;"><path d="M 1 5 L 11 10"/></marker>',
    );
    expect(serialize([clone])).toBe(markup.replace('"a"', '"b"'));
    expect(serialize([marker.cloneNode(true)])).toBe(markup);
    expect(serialize([marker.cloneNode(false)])).toBe('<marker class="arrow" id="a" refX="11" style="fill: white;"/>');
  });

  it('copies what is measured in its own place', () => {
    const group = element('g', { transform: 'translate(100 0)' });
    const line = element('text');
    line.textContent = 'Wide enough';
    group.appendChild(element('path', { d: 'M 0 0 C 0 10 20 10 20 0' }));
    group.appendChild(element('rect', { x: 5, y: 5, width: 30, height: 40 }));
    group.appendChild(line);
    const around = shown(element('g'));
    const clone = around.appendChild(group.cloneNode(true));
    const box = around.getBBox();
    around.removeChild(clone);
    around.appendChild(group);
    expect(around.getBBox()).toEqual(box);
    expect(clone.textContent).toBe('Wide enough');
  });
});

describe('transform.baseVal', () => {
  it('multiplies what is appended', () => {
    const group = element('g', { transform: 'translate(10 0)' });
    const scale = group.createSVGTransform();
    scale.setScale(2, 2);
    group.transform.baseVal.appendItem(scale);
    expect(group.getAttribute('transform')).toBe('matrix(2 0 0 2 10 0)');
    expect(group.transform.baseVal.consolidate()?.matrix.apply({ x: 1, y: 1 })).toEqual({ x: 12, y: 2 });
    group.transform.baseVal.clear();
    expect(group.transform.baseVal.consolidate()).toBeNull();
  });
});

describe('getBBox', () => {
  it('is empty until the element is displayed', () => {
    const rect = element('rect', { width: 5, height: 5 });
    expect(rect.getBBox()).toEqual({ x: 0, y: 0, width: 0, height: 0 });
    expect(shown(rect).getBBox()).toEqual({ x: 0, y: 0, width: 5, height: 5 });
  });

  it('holds what is below, moved, and not what is hidden', () => {
    const group = shown(element('g'));
    group.appendChild(element('circle', { cx: 10, cy: 10, r: 5 }));
    group.appendChild(element('rect', { x: 0, y: 0, width: 2, height: 2, transform: 'translate(30,40)' }));
    group.appendChild(element('polygon', { points: '5,1 6,2 7,3' }));
    group.appendChild(element('path', { d: 'M3 3h1' }));
    group.appendChild(element('rect', { x: -99, y: -99, width: 1, height: 1 })).style.display = 'none';
    group.appendChild(element('title'));
    expect(group.getBBox()).toEqual({ x: 3, y: 1, width: 29, height: 41 });
  });

  it('holds the lines of a label', () => {
    const text = shown(element('text'));
    text.style['font-size'] = '12px';
    for (const [words, y] of [
      ['one ', 20],
      ['', 30],
      ['last ', 40],
    ] as const) {
      const line = text.appendChild(element('tspan', { x: 100, y }));
      line.textContent = words;
    }
    const { x, y, height } = text.getBBox();
    expect({ x, y, height }).toEqual({ x: 100, y: 9, height: 34 });
  });
});

describe('serialize', () => {
  it('writes classes, attributes, styles, content', () => {
    const group = element('g', { class: 'a b', 'data-element-id': 'x' });
    group.classList.add('c');
    group.classList.remove('a');
    Object.assign(group.style, { fill: 'red', stroke: '', display: null, opacity: undefined, 'stroke-width': '2px' });
    group.appendChild(element('rect'));
    expect(serialize([group])).toBe(
      '<g class="b c" data-element-id="x" style="fill: red; stroke-width: 2px;"><rect/></g>',
    );
  });

  it('writes any number of styles', () => {
    const rects = Array.from({ length: 12_000 }, (_, index) => {
      const rect = element('rect');
      Object.assign(rect.style, { opacity: index / 12_000, fill: 'red' });
      return rect;
    });
    const written = (from: number) => `<rect style="opacity: ${from / 12_000}; fill: red;"/>`;
    expect(serialize(rects)).toBe(rects.map((_, index) => written(index)).join(''));
  });

  it('names markers by what they look like, and what refers to them', () => {
    const marker = element('marker', { id: 'x1', orient: 'auto' });
    marker.appendChild(element('path'));
    const line = element('path');
    Object.assign(line.style, { fill: 'none', 'marker-end': 'url(#x1)', 'marker-start': 'url(#unknown)' });
    const names: MarkerNames = {
      idOf: (id, look) => `${id}-${look.length}`,
      referenceOf: (reference) => reference.replace('x1', 'x1-38'),
    };
    expect(serialize([marker, element('marker'), line], names)).toBe(
      '<marker orient="auto" id="x1-38"><path/></marker><marker/>' +
        '<path style="fill: none; marker-end: url(#x1-38); marker-start: url(#unknown);"/>',
    );
  });

  it('never turns text into markup', () => {
    const line = element('tspan', { id: '"><script>&' });
    line.textContent = '</tspan><script>alert("1")</script>&amp;';
    expect(serialize([line])).toBe(
      '<tspan id="&quot;&gt;&lt;script&gt;&amp;">&lt;/tspan&gt;&lt;script&gt;alert("1")&lt;/script&gt;&amp;amp;</tspan>',
    );
  });

  it('drops what XML cannot hold', () => {
    const line = element('tspan', { id: 'a\u0001\n' });
    line.textContent = 'a\u0000\u000b\ud800\ufffe🔗\t';
    expect(serialize([line])).toBe('<tspan id="a&#10;">a🔗\t</tspan>');
  });

  it.each([
    'red; background: url(https://example.com)',
    'url(https://example.com/a.svg#b)',
    'rgb(1',
    'expression(alert("1"))',
    'red}</style>',
    '/* */red',
    'image-set(url(x))',
  ])('drops the style value %s', (value) => {
    const rect = element('rect');
    rect.style.fill = value;
    expect(serialize([rect])).toBe('<rect/>');
  });

  it.each(['#fff', 'red', 'hsl(225, 10%, 15%)', 'rgba(0 0 0 / 50%)', 'url(#marker-1)', 'Arial, sans-serif', 10])(
    'keeps the style value %s',
    (value) => {
      const rect = element('rect');
      rect.style.fill = value;
      expect(serialize([rect])).toBe(`<rect style="fill: ${value};"/>`);
    },
  );
});

describe('withDrawingGlobals', () => {
  const names = ['document', 'SVGMatrix'] as const;

  it('shows them while it draws, and no longer', () => {
    const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
    const seen = withDrawingGlobals(document, () => names.map((name) => Reflect.get(globalThis, name)));
    expect(seen).toEqual([document, Matrix]);
    expect(names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name))).toEqual(before);
  });

  it('brings former ones back, after a failure too', () => {
    Object.defineProperty(globalThis, 'document', { value: 'mine', configurable: true });
    try {
      const fail = (): never => {
        throw new Error('no');
      };
      expect(() => withDrawingGlobals(document, fail)).toThrow('no');
      expect(Reflect.get(globalThis, 'document')).toBe('mine');
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });
});

describe('the canvas', () => {
  it.each([
    ['normal 12px Arial, sans-serif', 6.673828125],
    ['bold 12px Arial, sans-serif', 7.330078125],
    ['12px sans-serif', 6.673828125],
    ['sans-serif', 5.5615234375],
  ])('measures in %s', (font, width) => {
    const context = document.createElement('canvas').getContext();
    context.font = font;
    expect(context.measureText('o').width).toBeCloseTo(width, 9);
  });
});
