// Worker threads do not inherit a loader: register it, then start.
import { register } from "tsx/esm/api";

register();
await import("./thread.ts");
