/** Words of FEEL and of the expressions of engines that are no variables. */
const words = new Set(
  (
    'and or not true false null in between some every satisfies if then else for return function instance of ' +
    'empty eq ne lt gt le ge div mod'
  ).split(' '),
);

/** Functions of FEEL whose names are several words (DMN 1.3, 10.3.4). */
const longFunctions =
  /\b(?:string length|upper case|lower case|substring before|substring after|starts with|ends with|list contains|index of|insert before|distinct values|date and time|years and months duration|day of week|day of year|week of year|month of year|get value|get entries|is defined|string join|list replace|context put)(?=\s*\()/g;

/** Variables that engines are asked for by their names: `execution.getVariable('x')`, and `vars:get(x)` of Flowable. */
const asked = /\b\w+\.getVariable\(\s*["'](\w+)["']\s*\)|\bvar(?:s|iables)?:\w+\(\s*["']?(\w+)["']?/g;

/**
 * Names of the variables that a condition reads, in the order of their first place: what somebody must know to decide by it. A name of FEEL may be
 * several words, since nothing else stands between two names there (DMN 1.3, 10.3.1.4).
 */
export function variablesIn(condition: string): string[] {
  const code = condition
    .replace(asked, (_, text = '', word = '') => (word === '' ? text : `f(${word}`))
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
    .replace(/^\s*[$#]\{/, ' ')
    .replace(longFunctions, 'f');
  const found = new Set<string>();
  for (const { 0: sequence, index } of code.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:[ \t]+[\p{L}_][\p{L}\p{N}_]*)*/gu)) {
    const [before, after] = [code.charAt(index - 1), code.slice(index + sequence.length)];
    const isPart = before === '.' || /[\p{N}$]/u.test(before);
    const names = namesIn(sequence);
    const isCalled = /^\s*\(/.test(after) && !words.has(sequence.split(/\s+/).at(-1) ?? '');
    for (const [place, name] of names.entries()) {
      const isOfObject = isPart && place === 0;
      if (name !== '' && !isOfObject && !(isCalled && place === names.length - 1)) found.add(name);
    }
  }
  return [...found];
}

/** The names in a sequence of words: what stands between two words of the language. */
function namesIn(sequence: string): string[] {
  const names = [''];
  for (const word of sequence.split(/\s+/)) {
    if (words.has(word)) names.push('');
    else names.push(`${names.pop()} ${word}`.trim());
  }
  return names;
}
