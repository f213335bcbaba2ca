/** What is told to a listener: the event, and what it is about. The first answer of one ends the event. */
type Listener = (event: { readonly type: string }, about: unknown) => unknown;

/** A listener, and what it is called on. */
type Subscription = [listener: Listener, that?: object];

interface Listening {
  readonly priority: number;
  readonly listener: Listener;
}

/** As in diagram-js, for listeners that do not say. */
const defaultPriority = 1000;

/**
 * The event bus of a picture. Each shape and line is drawn by an event; that of diagram-js makes for each what listeners of an editor
 * need to stop it, to answer it and to change it, and prints what goes wrong, which here is a problem of the picture.
 */
export class DrawingEvents {
  readonly #listening = new Map<string, Listening[]>();

  on(events: string | readonly string[], ...rest: Subscription | [number, ...Subscription]): void {
    const [priority, listener, that] = hasPriority(rest) ? rest : ([defaultPriority, ...rest] as const);
    for (const type of [events].flat()) {
      const all = [...(this.#listening.get(type) ?? []), { priority, listener: listener.bind(that) }];
      all.sort((one, other) => other.priority - one.priority);
      this.#listening.set(type, all);
    }
  }

  fire(type: string, about?: unknown): unknown {
    const listening = this.#listening.get(type);
    if (!listening) return undefined;
    const event = { type };
    for (const { listener } of listening) {
      const answer = listener(event, about);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}

function hasPriority(rest: Subscription | [number, ...Subscription]): rest is [number, ...Subscription] {
  return typeof rest[0] === 'number';
}
