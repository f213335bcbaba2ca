/** One place of a text damaged, as a typing person or a careless paste leaves it. */
export interface Damage {
  readonly name: string;
  readonly text: string;
  /** The line that was damaged, from 0. */
  readonly line: number;
}

interface Kind {
  readonly name: string;
  /** The damaged line, or undefined where this kind of damage does not apply to a line. */
  readonly apply: (line: string) => string | undefined;
}

const replaced = (line: string, what: RegExp, by: string) => (what.test(line) ? line.replace(what, by) : undefined);

const KINDS: readonly Kind[] = [
  { name: 'cut in half', apply: (line) => line.slice(0, line.length - Math.ceil(line.trim().length / 2)) },
  { name: 'cut behind its first word', apply: (line) => /^\s*[\w~>-]+/.exec(line)?.[0] },
  { name: 'half of its first word', apply: (line) => replaced(line, /^(\s*[a-z]{2,})[a-z]{2}\b/, '$1') },
  { name: 'without its first word', apply: (line) => replaced(line, /^(\s*)[a-z]+ /, '$1') },
  { name: 'without its last quote', apply: (line) => replaced(line, /^(.*)"/, '$1') },
  { name: 'without its last backtick', apply: (line) => replaced(line, /^(.*)`/, '$1') },
  { name: 'without the brace that ends it', apply: (line) => replaced(line, /\{\s*$/, '') },
  { name: 'closing brace removed', apply: (line) => replaced(line, /^\s*\}\s*$/, '') },
  { name: 'first brace removed', apply: (line) => replaced(line, /\{ (?=.*\S)/, '') },
  { name: 'last brace removed', apply: (line) => replaced(line, /^(.*\S.*)\}\s*$/, '$1') },
  {
    name: 'a closing brace too many',
    apply: (line) => (/^\s*(user|task|service|send|human|milestone)/.test(line) ? `${line} }` : undefined),
  },
  { name: 'a stray word behind it', apply: (line) => (/[^{]$/.test(line) ? `${line} executable` : undefined) },
  { name: 'a stray text before it', apply: (line) => replaced(line, /^(\s*)(?=\S)/, '$1"stray" ') },
  {
    name: 'an unclosed documentation before it',
    apply: (line) => replaced(line, /^(\s*)(?=(user|task|service|xor|human|stage|milestone))/, '$1""" '),
  },
  {
    name: 'a half-typed line behind it',
    apply: (line) => (/[^{]$/.test(line) ? `${line}\n${/^\s*/.exec(line)?.[0]}use` : undefined),
  },
];

/** Damages of each kind to a text: to lines spread over it, at most `perKind` of a kind. */
export function damages(text: string, perKind: number): Damage[] {
  const lines = text.split('\n');
  return KINDS.flatMap(({ name, apply }) => {
    const all = lines.flatMap((line, index) => {
      const damaged = isBlank(line) ? undefined : apply(line);
      if (damaged === undefined || damaged === line) return [];
      return [{ name: `line ${index + 1} ${name}`, line: index, text: lines.with(index, damaged).join('\n') }];
    });
    const step = Math.max(1, Math.floor(all.length / perKind));
    return all.filter((_, index) => index % step === Math.floor(step / 2)).slice(0, perKind);
  });
}

function isBlank(line: string): boolean {
  return line.trim() === '' || line.trim().startsWith('//');
}
