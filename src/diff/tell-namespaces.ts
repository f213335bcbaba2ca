/** One sentence for each namespace that another one has taken the place of, as when an engine gets another name. */
import type { Told } from './change.ts';
import type { Comparison } from './compare.ts';
import { listed } from './words.ts';

/** What changed nothing but its namespace. */
export function tellNamespaces({ differences }: Comparison): Told[] {
  const moved = differences.filter(({ what }) => what === 'namespace');
  const groups = Map.groupBy(moved, ({ from, to }) => `${from} ${to}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { from = '', to = '' } = first;
    const names = [...new Set(group.map(({ name }) => `\`${name}\``))];
    const sentence = `What belonged to the namespace "${from}" belongs to "${to}" now: ${listed(names, 4)}.`;
    return [{ kind: 'extension', sentence, from, to, before: [], after: [] }];
  });
}
