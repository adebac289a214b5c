import type { Catalogue } from "./language";

const files = import.meta.glob<Catalogue>("./de/*.json", { eager: true, import: "default" });

export const german: Catalogue = Object.assign({}, ...Object.values(files));
