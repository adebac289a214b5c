// Finds what would keep the language in which the page was first shown: what modules make while they are loaded, out of
// functions that ask for the reader's language.

import { dirname, join } from "node:path";
import ts from "typescript";
import type { Found } from "./testing";

const ASKS = "text/language#inLanguage";

/** What runs its function at once. */
const AT_ONCE = /\.(map|flatMap|filter|forEach|from|fromEntries)$/;

interface Call {
  /** The function called, or handed over, as `folder/file#name`. */
  to: string;
  /** The function that it stands in; none while the module is loaded. */
  within: string | undefined;
  at: string;
  text: string;
}

export function toldTooEarly(files: { name: string; text: string }[]): Found[] {
  const calls = files.flatMap(callsIn);
  const asking = new Set([ASKS]);
  for (let before = 0; before < asking.size; ) {
    before = asking.size;
    for (const { to, within } of calls) if (within && asking.has(to)) asking.add(within);
  }
  return calls.filter(({ to, within }) => !within && asking.has(to)).map(({ at, text }) => ({ at, text }));
}

function callsIn({ name, text }: { name: string; text: string }): Call[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const module = name.replace(/\.tsx?$/, "");
  const imported = importsOf(file, module);
  const calls: Call[] = [];

  const visit = (node: ts.Node, within: string | undefined) => {
    if (ts.isCallExpression(node)) {
      for (const one of [node.expression, ...node.arguments].filter(ts.isIdentifier)) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const to = imported.get(one.text) ?? `${module}#${one.text}`;
        calls.push({ to, within, at: `${name}:${line}`, text: node.getText() });
      }
    }
    ts.forEachChild(node, (child) =>
      visit(child, ts.isFunctionLike(node) ? (within ?? named(node)) : within),
    );
  };
  /** A function without a name is called by nobody else, unless it runs at once. */
  const named = (node: ts.Node): string | undefined => {
    const { parent } = node;
    if (ts.isFunctionDeclaration(node)) return `${module}#${node.name?.text}`;
    if (ts.isVariableDeclaration(parent)) return `${module}#${parent.name.getText()}`;
    const atOnce = ts.isCallExpression(parent) && AT_ONCE.test(parent.expression.getText());
    return atOnce ? undefined : `${module}#at ${node.pos}`;
  };

  visit(file, undefined);
  return calls;
}

/** Where each imported name comes from, among the sources. */
function importsOf(file: ts.SourceFile, module: string): Map<string, string> {
  const imported = new Map<string, string>();
  for (const one of file.statements.filter(ts.isImportDeclaration)) {
    const from = (one.moduleSpecifier as ts.StringLiteral).text;
    const names = one.importClause?.namedBindings;
    if (!from.startsWith(".") || !names || !ts.isNamedImports(names)) continue;
    for (const { name, propertyName } of names.elements) {
      imported.set(name.text, `${join(dirname(module), from)}#${(propertyName ?? name).text}`);
    }
  }
  return imported;
}
