import { begin } from "./early";

begin(window);
