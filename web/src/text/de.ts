import type { Schemas } from "../api/schemas";
import type { Catalogue, Forms } from "./language";
import ofServer from "./sentences.de.json";

const files = import.meta.glob<Catalogue>("./de/*.json", { eager: true, import: "default" });

export const german: Catalogue = Object.assign({}, ...Object.values(files));

/** The sentences of the server: one of them without German does not compile. */
export const sentences = ofServer satisfies Record<Schemas["SentenceCode"], string | Forms>;
