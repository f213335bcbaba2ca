import type { LinkedAct } from '../semantics/index.ts';
import type { Offer } from './moment.ts';

/** Offers of the same words in the same instance, told from each other by their age: `Complete "Ask" – the oldest of 3`. */
export function numbered(offers: readonly Offer[], acts: readonly LinkedAct[]): Offer[] {
  const alike = Map.groupBy(offers, ({ run, element, kind, label }) => JSON.stringify([run, element, kind, label]));
  const labels = new Map<Offer, string>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const ageOf = ({ number }: Offer) => {
      const act = acts[number]?.act;
      return act && 'at' in act ? act.at : 0;
    };
    const ordered = group.toSorted((a, b) => ageOf(a) - ageOf(b));
    for (const [place, offer] of ordered.entries())
      labels.set(offer, `${offer.label} – ${place === 0 ? 'the oldest' : place + 1} of ${group.length}`);
  }
  return offers.map((offer) => ({ ...offer, label: labels.get(offer) ?? offer.label }));
}
