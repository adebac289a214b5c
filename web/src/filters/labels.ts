import { type Message, msg, t, tell } from "../text/text";

/** The kinds of labels, as the server names them. */
export const LABEL_KINDS = ["campaign", "pillar", "product", "market"] as const;

const KIND_NAMES: Record<string, Message> = {
  campaign: msg("campaign"),
  pillar: msg("pillar"),
  product: msg("product"),
  market: msg("market"),
};

const LABEL_FILTER = new RegExp(`^(none:(${LABEL_KINDS.join("|")})|(not:)?(${LABEL_KINDS.join("|")}):.+)$`);

export interface LabelName {
  kind: string;
  name: string;
}

export function isLabelFilter(value: unknown): value is string {
  return typeof value === "string" && LABEL_FILTER.test(value);
}

/** What a filter asks of posts, in words. */
export function labelInWords(filter: string): string {
  const [first = "", ...rest] = filter.split(":");
  if (first === "none") return t("No {kind}", { kind: kindName(rest.join(":")) });
  if (first === "not") return t("Not {label}", { label: labelInWords(rest.join(":")) });
  return `${labelKind(first)}: ${rest.join(":")}`;
}

/** All that can be asked about the labels of a business: with each, without each, and without any of a kind. */
export function labelFilters(labels: LabelName[]): string[] {
  return LABEL_KINDS.flatMap((kind) => {
    const ofKind = labels.filter((label) => label.kind === kind).map(({ name }) => `${kind}:${name}`);
    return ofKind.length === 0 ? [] : [...ofKind, ...ofKind.map((one) => `not:${one}`), `none:${kind}`];
  });
}

/** What a kind of labels is called. */
export function labelKind(kind: string): string {
  return capital(kindName(kind));
}

/** Within a sentence. */
function kindName(kind: string): string {
  const name = KIND_NAMES[kind];
  return name ? tell(name) : kind;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
