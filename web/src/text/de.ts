import names from "../../../src/main/resources/io/tidemark/language/names.de.json";
import ofServer from "../../../src/main/resources/io/tidemark/language/sentences.de.json";
import type { Schemas } from "../api/schemas";
import type { Catalogue, Forms } from "./language";
import { EFFECTS, FIGURES, PARTS, TYPES } from "./names";
import type { Message } from "./text";

const files = import.meta.glob<Catalogue>("./de/*.json", { eager: true, import: "default" });

/** What the server says in German, too, so that it stands where the server finds it. */
export const shared: Catalogue[] = [
  names.messages,
  byEnglish(FIGURES, names.metric),
  byEnglish(TYPES, names.content_type),
  byEnglish(EFFECTS, names.effect),
  byEnglish(PARTS, names.part),
];

export const german: Catalogue = Object.assign({}, ...Object.values(files), ...shared);

/** The sentences of the server: one of them without German does not compile. */
export const sentences = ofServer satisfies Record<Schemas["SentenceCode"], string | Forms>;

/** A name without German does not compile. */
function byEnglish<Code extends string>(
  english: Record<Code, Message>,
  told: NoInfer<Record<Code, string>>,
): Catalogue {
  const messages = english as unknown as Record<Code, string>;
  return Object.fromEntries((Object.keys(messages) as Code[]).map((code) => [messages[code], told[code]]));
}
