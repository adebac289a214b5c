import { begin } from "./early";
import { startPage } from "./start";

begin(window);
void startPage(window);
