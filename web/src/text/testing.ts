// Reads the sources for the texts in them.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Catalogue } from "./language";

const SRC = dirname(dirname(fileURLToPath(import.meta.url)));

/** A text of the page, or a place in the code that breaks a rule of texts. */
export interface Found {
  /** `folder/File.tsx:12` */
  at: string;
  text: string;
}

export interface MessageFound extends Found {
  /** The English for one, of a message that counts. */
  one?: string;
}

export interface Read {
  messages: MessageFound[];
  /** Messages that only running code could tell, or that are told before the reader's language is known. */
  wrong: Found[];
  /** English that readers see although it is no message. */
  bare: Found[];
}

const TEXT_FUNCTIONS = new Set(["t", "plural", "rich", "msg"]);

/** Attributes that are read by people. */
const READ_OUT =
  /^(label|title|description|placeholder|alt|what|about|skipTo|nothingFoundMessage|aria-label|aria-description|aria-roledescription)$/;

/** Keys by the names that browsers give them. */
const KEYS = /^(Home|End|Enter|Escape|Tab|Shift)$/;

/** What takes words that nobody reads. */
const PARTS_OF_PROGRAMS =
  /^(className|style|transition|fontFamily|gridTemplateColumns|key|keys|d|data-testid)$/;
const OF_PROGRAMS = /^(console\.\w+|\w+\.addEventListener|headers\.set|".*"\.split)$/;

/** The page's own name, those of others, and those of languages are the same in every language. */
const NAMES =
  /^(Tidemark|English|Deutsch|LinkedIn|Facebook|Instagram|Threads|YouTube|TikTok|Pinterest|Bluesky|Mastodon|X)$/;

/** All sources but tests and what only tests use. */
export function sources(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\w*\.tsx?$/.test(path))
    .map((path) => join(SRC, path))
    .sort();
}

/** Every text in the sources of the server, as what it can become: `%s` stands for anything. */
export function textsOfServer(): RegExp[] {
  const root = join(SRC, "..", "..", "src", "main", "java");
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".java"))
    .flatMap((path) => {
      const whole = readFileSync(join(root, path), "utf8").replace(/"\s*\+\s*"/g, "");
      return [...whole.matchAll(/"((?:[^"\\\n]|\\.)+)"/g)].map(([, text = ""]) => {
        const exact = text.replaceAll('\\"', '"').replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        return new RegExp(`^${exact.replaceAll("%s", ".+")}$`);
      });
    });
}

/** The sentences that the server makes of codes and values, in English by their codes. */
export function sentencesOfServer(): Catalogue {
  const described = join(SRC, "..", "..", "src", "main", "resources", "openapi", "sentences.json");
  return JSON.parse(readFileSync(described, "utf8")).components.schemas.SentenceCode["x-english"];
}

export function read(path: string): Read {
  const { name, text } = source(path);
  return readText(name, text);
}

export function source(path: string): { name: string; text: string } {
  return { name: relative(SRC, path), text: readFileSync(path, "utf8") };
}

export function readText(name: string, text: string): Read {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Read = { messages: [], wrong: [], bare: [] };
  const at = (node: ts.Node) => `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

  const visit = (node: ts.Node, inFunction: boolean) => {
    const called = textFunction(node);
    if (called) {
      readCall(called, node as ts.CallExpression, inFunction);
    } else if (ts.isJsxText(node)) {
      const words = node.text.replace(/&\w+;/g, "").trim();
      if (isEnglish(words)) found.bare.push({ at: at(node), text: words });
    } else if (isReadOut(node) && isEnglish(node.text)) {
      found.bare.push({ at: at(node), text: node.text });
    } else if (isSentence(node)) {
      found.bare.push({ at: at(node), text: node.getText(file) });
    }
    const inside = inFunction || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, inside));
  };

  const readCall = (called: string, { arguments: given }: ts.CallExpression, inFunction: boolean) => {
    const [first, second] = called === "plural" ? [given[2], given[1]] : [given[0], undefined];
    const where = at(first ?? file);
    if (!first || !ts.isStringLiteralLike(first) || (second && !ts.isStringLiteralLike(second))) {
      found.wrong.push({ at: where, text: `${called} wants its message as a literal` });
    } else if (!inFunction && called !== "msg") {
      found.wrong.push({
        at: where,
        text: `outside of functions, msg("${first.text}") waits for the language`,
      });
    } else {
      found.messages.push({ at: where, text: first.text, ...(second && { one: second.text }) });
    }
  };

  visit(file, false);
  return found;
}

function textFunction(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return TEXT_FUNCTIONS.has(node.expression.text) ? node.expression.text : undefined;
}

/** A string that stands alone as the value of an attribute that people read. */
function isReadOut(node: ts.Node): node is ts.StringLiteral {
  return (
    ts.isStringLiteral(node) && ts.isJsxAttribute(node.parent) && READ_OUT.test(node.parent.name.getText())
  );
}

/** A string or template that is a name or has several words, where programs do not expect one. */
function isSentence(node: ts.Node): boolean {
  const template = ts.isTemplateExpression(node);
  if (!template && !ts.isStringLiteralLike(node)) return false;
  const whole = template
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("{}")
    : node.text;
  const text = whole.replace(/<[^>]*>/g, "");
  const several = /[A-Za-z]{2,}[,:;]? [A-Za-z{]/.test(text);
  return (
    (several || /^[A-Z][a-z]+$/.test(text)) && !NAMES.test(text) && !KEYS.test(text) && !isForPrograms(node)
  );
}

function isForPrograms(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isNewExpression(parent))
    return true;
  if (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) return true;
  if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return true;
  // Mime types, classes, what finds elements, fonts, and what is copied for a shell.
  if (/^.(\w+\/|tm-|curl )|^[^{]*\[|, sans-serif.$/.test(node.getText())) return true;
  for (let up = node; up && !ts.isFunctionLike(up) && !ts.isJsxElement(up); up = up.parent) {
    if (textFunction(up) || (ts.isCallExpression(up) && OF_PROGRAMS.test(up.expression.getText())))
      return true;
    if (ts.isJsxAttribute(up) && PARTS_OF_PROGRAMS.test(up.name.getText())) return true;
    if (ts.isPropertyAssignment(up) && PARTS_OF_PROGRAMS.test(up.name.getText())) return true;
  }
  return false;
}

function isEnglish(words: string): boolean {
  return /[A-Za-z]{2,}/.test(words) && !NAMES.test(words);
}

/** The `{places}` and `<marks>` of a message, as a set in words. */
export function places(text: string): string {
  return [...new Set(text.match(/\{\w+\}|<\/?\w+>/g))].sort().join(" ");
}
