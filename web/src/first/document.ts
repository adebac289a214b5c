import { begin } from "./early";
import { startPage } from "./start";
import { sayUnloaded } from "./unloaded";

begin(window);
startPage(window).catch((failure: unknown) => sayUnloaded(window, failure));
