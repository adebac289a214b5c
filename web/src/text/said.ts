// Sentences of the server in the reader's language, from what they are made of. English is shown as the server says it.

import { createElement, Fragment, type ReactNode } from "react";
import type { Schemas } from "../api/schemas";
import type { WhyEffect } from "../api/why";
import type { EffectKind } from "../api/works";
import { dateFormat, numberFormat } from "../ui/intl";
import { figureName, platformName, typeName } from "../ui/names";
import { WEEKDAYS, weekdayName } from "../ui/weekdays";
import { partName } from "../why/words";
import { effectName } from "../works/effectName";
import { inLanguage } from "./language";
import { english, ofServer, plural, t } from "./text";

export type Said = Schemas["Said"];
type Value = Schemas["SaidValue"];
type Quantity = Schemas["SaidQuantity"];
type Name = Schemas["SaidName"];

const DAYS_FROM = 48;
const HOURS_PER_DAY = 24;

/** Words of somebody else among our own. */
interface Quote {
  quote: string;
}
type Part = string | Quote;

/** A sentence as it is read. One whose German is not known is English and marked as such, as are words of others. */
export function spoken(words: string, said: Said | null | undefined): ReactNode {
  const parts = said && told(said);
  if (!parts) return english(words);
  const nodes = parts.map((part) => (typeof part === "string" ? part : english(part.quote)));
  return nodes.every((node) => typeof node === "string")
    ? nodes.join("")
    : createElement(Fragment, null, ...nodes);
}

/** The same where only text can be. */
export function spokenText(words: string, said: Said | null | undefined): string {
  const parts = said && told(said);
  return parts
    ? parts.map((part) => (typeof part === "string" ? part : ofServer(part.quote))).join("")
    : ofServer(words);
}

/** Undefined where the reader's language does not have the sentence, or a part of it. */
function told({ code, values }: Said): Part[] | undefined {
  const { sentences, plurals } = inLanguage();
  const known = sentences[code];
  if (known === undefined) return undefined;
  const count = values.n && "digits" in values.n ? values.n.value : 0;
  const text = typeof known === "string" ? known : (known[plurals.select(count)] ?? known.other);
  const filled = new Map(Object.entries(values).map(([place, value]) => [place, valueInWords(value)]));
  if ([...filled.values()].includes(undefined)) return undefined;
  // Every other piece is the name of a place.
  return text
    .split(/\{(\w+)\}/)
    .flatMap((piece, index) => (index % 2 === 0 ? [piece] : (filled.get(piece) ?? [`{${piece}}`])));
}

function valueInWords(value: Value): Part[] | undefined {
  switch (value.kind) {
    case "sentence":
      return told(value.value);
    case "sentences": {
      const all = value.value.map(told);
      const known = all.filter((one) => one !== undefined);
      if (known.length < all.length) return undefined;
      return value.joined === "and"
        ? [listed(known.map((parts) => parts.join("")))]
        : known.flatMap((parts, index) => (index === 0 ? parts : [" ", ...parts]));
    }
    case "quote":
      return [{ quote: value.value }];
    case "name":
    case "day":
    case "platform":
    case "metric":
    case "content_type":
    case "effect":
    case "part":
      return [nameInWords(value)];
    default:
      return [quantityInWords(value)];
  }
}

/** Parts hold commas of their own. */
function listed(parts: string[]): string {
  return parts.length < 2
    ? parts.join("")
    : t("{words} and {last}", { words: parts.slice(0, -1).join(", "), last: parts.at(-1) ?? "" });
}

function nameInWords({ kind, value }: Name): string {
  switch (kind) {
    case "name":
    case "quote":
      return value;
    case "day":
      return dateFormat(undefined, {
        day: "numeric",
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      }).format(new Date(`${value}T00:00:00Z`));
    case "platform":
      return platformName(value);
    case "metric":
      return figureName(value);
    case "content_type":
      return typeName(value);
    case "part":
      return partName({ effect: value as WhyEffect["effect"], title: value });
    case "effect": {
      const [of = "", ...key] = value.split("/");
      const name = key.join("/");
      return effectName(of as EffectKind, { key: name, name });
    }
  }
}

function quantityInWords({ kind, value, digits, signed }: Quantity): string {
  const format = (number: number, style: "decimal" | "percent" = "decimal") =>
    numberFormat(undefined, {
      style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: signed ? "exceptZero" : "negative",
    }).format(number);
  switch (kind) {
    case "number":
      return format(value);
    case "percent":
      return format(value, "percent");
    case "span":
      return value < DAYS_FROM
        ? `${format(value)} h`
        : plural(Math.round(value / HOURS_PER_DAY), "{n} day |of a span", "{n} days |of a span");
    case "hour":
      return `${String(value).padStart(2, "0")}:00`;
    case "weekday":
      return weekdayName(WEEKDAYS[value - 1] ?? String(value));
  }
}
