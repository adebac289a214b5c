// Every text that a reader sees goes through one of these functions. The English stands in the code and is the key of
// the message; the other languages have it in their catalogue. See "Texts" in docs/development.md.

import { createElement, Fragment, type ReactNode } from "react";
import { numberFormat } from "../ui/intl";
import { type Forms, inLanguage } from "./language";

type Named<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type Marked<M extends string> = M extends `${string}</${infer Name}>${infer Rest}`
  ? Name | Marked<Rest>
  : never;

/** A number is written as the reader writes numbers. */
type Value = string | number;
type Values<M extends string> = Record<Named<M>, Value>;
type Given<All> = keyof All extends never ? [] : [values: All];
type Nodes<M extends string> = Record<Named<M>, ReactNode> &
  Record<Marked<M>, (inner: ReactNode) => ReactNode>;

declare const untold: unique symbol;
/** A text that is not yet in the reader's language and cannot be shown before `tell` puts it there. */
export interface Message {
  readonly [untold]: true;
}

/** Two meanings of one English text are told apart by a note, which no reader sees: "Open |button". */
const NOTE = / \|.*$/;
const PARTS = /\{(\w+)\}|<(\w+)>(.*?)<\/\2>/g;

/** The text in the reader's language, with its `{places}` filled. */
export function t<M extends string>(message: M, ...[values]: Given<Values<M>>): string {
  return filled(inReadersLanguage(message), values);
}

/** The text for so many things. `{n}` is the number as the reader writes it. */
export function plural<M extends string>(
  count: number,
  one: string,
  other: M,
  ...[values]: Given<Omit<Values<M>, "n">>
): string {
  const { catalogue, plurals } = inLanguage();
  const forms = catalogue[other] as Forms | undefined;
  const form = plurals.select(count);
  const text = forms ? (forms[form] ?? forms.other) : form === "one" ? one : other;
  return filled(text.replace(NOTE, ""), { ...values, n: count });
}

/** A text with elements in it: `rich("See <link>how</link>.", { link: (inner) => <a href="…">{inner}</a> })`. */
export function rich<M extends string>(message: M, values: Nodes<M>): ReactNode {
  return nodesOf(inReadersLanguage(message), values);
}

/** A text outside of every function, where the reader's language is not known yet. */
export function msg(message: string): Message {
  return message as unknown as Message;
}

export function tell(message: Message): string {
  return inReadersLanguage(message as unknown as string);
}

/** Words of the server in the reader's language, where they are among those that are always the same. */
export function ofServer(words: string): string {
  const told = inLanguage().catalogue[words];
  return typeof told === "string" ? told : words;
}

/** The same, marked where they are English on a page that is not, so that they are read out as English. */
export function english(words: string): ReactNode {
  const told = ofServer(words);
  const asTheyAre = told === words && inLanguage().language !== "en";
  return asTheyAre ? createElement("span", { lang: "en" }, words) : told;
}

/** A name within a sentence. German nouns stay as they are. */
export function inSentence(name: string): string {
  return inLanguage().language === "en" ? name.toLowerCase() : name;
}

function inReadersLanguage(message: string): string {
  const told = inLanguage().catalogue[message];
  return typeof told === "string" ? told : message.replace(NOTE, "");
}

function filled(text: string, values: Record<string, Value> | undefined): string {
  return values ? text.replace(/\{(\w+)\}/g, (place, name: string) => written(values[name] ?? place)) : text;
}

function written(value: Value): string {
  return typeof value === "number" ? numberFormat(undefined, {}).format(value) : value;
}

function nodesOf(text: string, values: Record<string, unknown>): ReactNode[] {
  const nodes: ReactNode[] = [];
  let end = 0;
  const add = (node: ReactNode) => nodes.push(createElement(Fragment, { key: nodes.length }, node));
  for (const { 0: whole, 1: name, 2: mark, 3: inner = "", index } of text.matchAll(PARTS)) {
    if (index > end) add(text.slice(end, index));
    if (name !== undefined) add(values[name] as ReactNode);
    if (mark !== undefined) add((values[mark] as (inner: ReactNode) => ReactNode)(nodesOf(inner, values)));
    end = index + whole.length;
  }
  if (end < text.length) add(text.slice(end));
  return nodes;
}
