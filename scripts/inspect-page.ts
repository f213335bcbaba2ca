/** The page of `npm run test:inspect`: old and new pictures side by side, in one file that needs nothing beside it. */
import type { Metrics } from '../test/layout/metrics.ts';

/** What one version of the layout makes of a file. */
export interface Version {
  readonly pictures: readonly { readonly id: string; readonly svg: string }[];
  readonly metrics?: Metrics;
  /** Why there is no picture. */
  readonly failure?: string;
}

export interface Comparison {
  readonly name: string;
  readonly before: Version;
  readonly now: Version;
}

/** Whether a reader would see a difference. */
export function isChanged({ before, now }: Comparison): boolean {
  const picture = ({ pictures, failure }: Version) => JSON.stringify([pictures.map(({ svg }) => svg), failure]);
  return picture(before) !== picture(now);
}

/**
 * The page as HTML, changed pictures first, those that stayed folded away. Pictures are images by data address, so that nothing in them
 * is markup of the page or runs; all other text is escaped. @param ref what the old pictures were made from
 */
export function inspectPage(comparisons: readonly Comparison[], ref: string): string {
  const changed = comparisons.filter(isChanged);
  const same = comparisons.filter((comparison) => !isChanged(comparison));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Layout, ${escaped(ref)} and now</title>
<style>
  body { font: 14px system-ui, sans-serif; margin: 24px; background: #fff; color: #222; }
  h2 { font-size: 16px; margin: 24px 0 4px; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; border-top: 1px solid #ccc; padding-top: 8px; }
  img { max-width: 100%; border: 1px solid #eee; }
  table { border-collapse: collapse; margin-bottom: 8px; } td, th { padding: 0 12px 0 0; text-align: right; font-weight: normal; }
  .worse { color: #b00; font-weight: bold; } .better { color: #070; font-weight: bold; } .failure { color: #b00; }
</style>
<h1>${changed.length} of ${comparisons.length} pictures changed since ${escaped(ref)}</h1>
<p>Left: ${escaped(ref)}. Right: now. Of every figure less is better.</p>
${changed.map(section).join('\n')}
<details><summary>${same.length} unchanged</summary>
${same.map(section).join('\n')}
</details>
</html>
`;
}

function section({ name, before, now }: Comparison): string {
  return `<h2>${escaped(name)}</h2>
${table(before.metrics, now.metrics)}
<div class="pair"><div>${shown(before)}</div><div>${shown(now)}</div></div>`;
}

function shown({ pictures, failure }: Version): string {
  if (failure !== undefined) return `<p class="failure">${escaped(failure)}</p>`;
  return pictures.map(({ id, svg }) => `<img alt="${escaped(id)}" src="${address(svg)}">`).join('<br>');
}

function address(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
}

/** The metrics that differ, old and new. */
function table(before: Metrics | undefined, now: Metrics | undefined): string {
  if (!before || !now) return '';
  const names = (Object.keys(now) as (keyof Metrics)[]).filter((name) => before[name] !== now[name]);
  if (names.length === 0) return '';
  const cell = (name: keyof Metrics) =>
    `<td>${before[name]} → <span class="${now[name] > before[name] ? 'worse' : 'better'}">${now[name]}</span></td>`;
  return `<table><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr><tr>${names.map(cell).join('')}</tr></table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
