import type { components } from "../../generated/schema";

/** All that the API speaks of, as its description has it: `npm run types` makes them. */
export type Schemas = components["schemas"];
