/** Inputs far beyond what anyone writes, each too much of one thing. */

/** The files of one input by name; the first is the one to work on. */
export interface ExtremeInput {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const lines = (count: number, make: (index: number) => string) => times(count, make).join('\n');
const text = (name: string, content: string): ExtremeInput => ({ name, files: { 'input.procedo': content } });
const xml = (name: string, content: string): ExtremeInput => ({ name, files: { 'input.bpmn': content } });

/** Each input, made when it is asked for: some have megabytes. */
export const extremeInputs: readonly (() => ExtremeInput)[] = [
  () => text('20,000 lines, a step each', `process p {\n${lines(19_998, (i) => `  user step${i} "Step ${i}"`)}\n}\n`),
  () => text('20,000 lines, blocks', `process p {\n${lines(2_222, blockOf)}\n}\n`),
  () =>
    text(
      '20,000 lines, 500 processes',
      lines(500, (i) => `process p${i} {\n${lines(38, (n) => `  user s${n}`)}\n}`),
    ),
  () =>
    text(
      '200 gateways, one in the other',
      nested(200, (i) => `xor g${i} { when "yes" { task a${i} `, '} otherwise "no" }'),
    ),
  () =>
    text(
      '200 sub-processes, one in the other',
      nested(200, (i) => `subprocess s${i} "S ${i}" { start task a${i} `, '}'),
    ),
  () =>
    text(
      '200 lanes, one in the other',
      `process p { ${times(200, (i) => `lane l${i} { `).join('')}${'}'.repeat(200)} in l199 task a }`,
    ),
  () =>
    text(
      '1,000 branches',
      `process p { start xor g { ${lines(999, (i) => `when "${i}" \`x = ${i}\` { task t${i} }`)} otherwise } end }`,
    ),
  () =>
    text(
      '1,000 branches at once',
      `process p { start parallel g { ${lines(1000, (i) => `branch { task t${i} }`)} } end }`,
    ),
  () =>
    text(
      '1,000 handlers of one step',
      `process p { start task a\n${lines(1000, (i) => `  on error as e${i} -> b`)}\n task b end }`,
    ),
  () => text('a process that calls itself', 'process a { start call "Again" runs a end }'),
  () => ({
    name: 'processes that call each other, across files',
    files: {
      'input.procedo': 'process a { start call "B" runs b end }',
      'b.procedo': 'process b { start call "C" runs c end }',
      'c.procedo': 'process c { start call "A" runs a end }',
    },
  }),
  () => text('labels of 10,000 characters', longLabels('a longer word '.repeat(714))),
  () => text('labels of 10,000 characters without a blank', longLabels('x'.repeat(10_000))),
  () =>
    text(
      'an id of 10,000 characters',
      `process p { start task ${'i'.repeat(10_000)} -> ${'i'.repeat(10_000)} if \`x\` end }`,
    ),
  () => text('10,000 names of nothing', `process p {\n${lines(10_000, (i) => `task a${i} -> nowhere${i}`)}\n}`),
  () => text('10,000 characters that mean nothing', `process p {\n${lines(10_000, () => 'task § a')}\n}`),
  () => text('10,000 unknown words', `process p {\n${lines(10_000, (i) => `thing${i} "T"`)}\n}`),
  () => text('10,000 ids of one name', `process p {\n${lines(10_000, () => 'task same')}\n}`),
  () => text('10,000 unclosed texts', `process p {\n${lines(10_000, () => 'task "open')}\n}`),
  () =>
    text(
      '5,000 jumps to one join',
      `process p { start join j task b\n${lines(5000, (i) => `task t${i} -> j if \`x = ${i}\``)}\nend }`,
    ),
  () =>
    text(
      'an expression of 100 KB',
      `process p { start xor g { when \`${'1 + '.repeat(25_000)}1 > 0\` { task a } otherwise } end }`,
    ),
  () =>
    text(
      'an expression 10,000 parentheses deep',
      `process p { start xor g { when \`${'('.repeat(10_000)}1${')'.repeat(10_000)}\` { task a } otherwise } end }`,
    ),
  () => text('300 pools', pools(300)),
  () =>
    text(
      '5,000 notes on one step',
      `process p { start task a\n${lines(5000, (i) => `note "Note ${i}" about a`)}\nend }`,
    ),
  () =>
    text(
      '2,000 data objects read by one step',
      `process p { ${lines(2000, (i) => `data d${i} "D ${i}"`)} start task a reads ${times(2000, (i) => `d${i}`).join(', ')} end }`,
    ),
  () => text('1,000 plan items, each of which waits for two others', tangle(1000)),
  () =>
    text(
      '1,000 criteria of one milestone',
      `case c {\n${lines(1000, (i) => `human t${i}`)}\nmilestone m\n${lines(1000, (i) => `enter when t${i} completes`)}\n}`,
    ),
  () =>
    text(
      'a line of 5 MB',
      `process p { ${times(100_000, (i) => `task step${i} "Step number ${i}"`)
        .join(' ')
        .slice(0, 100)} ${' '.repeat(5_000_000)} end }`,
    ),
  () => xml('XML 10,000 elements deep', deepXml(10_000)),
  () => xml('XML 1,000,000 elements deep', deepXml(1_000_000)),
  () => xml('XML with sub-processes 5,000 deep', deepSubProcesses(5_000)),
  () =>
    xml(
      'XML with an attribute of 10 MB',
      `<definitions ${bpmn}><process id="p"><task id="a" name="${'n'.repeat(10_000_000)}"/></process></definitions>`,
    ),
  () =>
    xml(
      'XML that ends in the middle of 100,000 elements',
      `<definitions ${bpmn}><process id="p">${'<task>'.repeat(100_000)}`,
    ),
  () =>
    xml(
      'XML with 10,000 dangling references',
      `<definitions ${bpmn}><process id="p">${times(10_000, (i) => `<sequenceFlow id="f${i}" sourceRef="n${i}" targetRef="m${i}"/>`).join('')}</process></definitions>`,
    ),
];

const bpmn = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"';

/** Nine lines: a decision with a way back, work at once. */
function blockOf(i: number): string {
  return `  user check${i} "Check ${i}"
  xor ok${i} "Fine ${i}?" {
    when "no" { service mend${i} "Mend ${i}" -> check${i} }
    otherwise "yes"
  }
  parallel {
    branch { service book${i} "Book ${i}" }
    branch { send tell${i} "Tell ${i}" }
  }`;
}

function nested(depth: number, open: (index: number) => string, close: string): string {
  return `process p {\n${times(depth, open).join('')}task inside ${close.repeat(depth)}\n}`;
}

function longLabels(label: string): string {
  return `pool c "${label}"\nprocess p "${label}" as pool q {
  in l "${label}" {
    start "${label}"
    user a "${label}"
    xor g "${label}" { when "${label}" \`x\` { service b } otherwise "${label}" }
    note "${label}"
    send s ~> c "${label}"
    end "${label}"
  }
}`;
}

/** Pools in a row, each of which tells the next. */
function pools(count: number): string {
  return lines(
    count,
    (i) => `process p${i} "P ${i}" as pool q${i} {
  start s${i}
  receive r${i}
  send t${i}${i + 1 < count ? ` ~> q${i + 1}.r${i + 1} "M ${i}"` : ''}
  end
}`,
  );
}

/** Items that wait for each other as if by chance, in many circles. */
function tangle(count: number): string {
  const other = (i: number) => `enter when t${i % count} completes`;
  return `case c {\n${lines(count, (i) => `human t${i} ${other(i * 617 + 1)} ${other(i * 389 + 7)}`)}\n}`;
}

function deepXml(depth: number): string {
  return `<definitions ${bpmn}><process id="p">${'<task>'.repeat(depth)}${'</task>'.repeat(depth)}</process></definitions>`;
}

function deepSubProcesses(depth: number): string {
  const open = times(depth, (i) => `<subProcess id="s${i}"><task id="t${i}"/>`).join('');
  return `<definitions ${bpmn}><process id="p">${open}${'</subProcess>'.repeat(depth)}</process></definitions>`;
}
