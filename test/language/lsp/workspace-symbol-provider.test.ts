import { describe, expect, test } from 'vitest';
import { SymbolKind } from 'vscode-languageserver';
import { fixtureText, openFixture } from './fixtures.ts';
import { showLocation } from './shown.ts';

const text = `message Application "Demande de prêt"
process loan "Loan" {
  start
  user check "Check the file"
  subprocess offering "Prepare the offers" {
    start
    user "Write an offer"
    user toss "Check it again"
    end
  }
  end done "Done"
}
--- other.procedo
process "Pay out" {
  service "Check the account"
}
`;

async function found(query: string): Promise<string[]> {
  const open = await openFixture(fixtureText(text));
  const symbols = (await open.services.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query })) ?? [];
  return symbols.map(({ name, kind, containerName, location }) => {
    const place = 'range' in location ? showLocation(open, location.uri, location.range) : '';
    const named = Object.entries(SymbolKind).find(([, value]) => value === kind)?.[0];
    return `${name} (${named}${containerName ? ` in ${containerName}` : ''}) ${place}`;
  });
}

describe('elements of all files are found', () => {
  test('by the beginning of the label, in their process', async () => {
    expect(await found('check')).toEqual([
      'Check the file (Function in Loan) main.procedo:4:8 check',
      'Check it again (Function in Prepare the offers) main.procedo:8:10 toss',
      'Check the account (Function in Pay out) other.procedo:2:11 "Check the account"',
    ]);
  });

  test('by the beginnings of words, in any order', async () => {
    expect(await found('off pre')).toEqual(['Prepare the offers (Module in Loan) main.procedo:5:14 offering']);
  });

  test('by letters with others between', async () => {
    expect(await found('chkac')).toEqual([
      'Check the account (Function in Pay out) other.procedo:2:11 "Check the account"',
    ]);
    expect(await found('prêt')).toEqual(['Demande de prêt (Interface) main.procedo:1:9 Application']);
  });

  test('by the id, which is shown then', async () => {
    expect(await found('toss')).toEqual([
      'toss "Check it again" (Function in Prepare the offers) main.procedo:8:10 toss',
    ]);
  });

  test('all of them where nothing is asked for, without what has neither id nor label', async () => {
    expect(await found('')).toHaveLength(9);
    expect(await found('zzz')).toEqual([]);
  });
});
