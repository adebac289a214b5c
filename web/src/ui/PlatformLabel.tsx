import type { Platform } from "../api/types";
import { PLATFORM, platformName } from "./names";

/** A platform's colour always stands beside its name, never alone. */
export function PlatformLabel({ platform }: { platform: Platform }) {
  return (
    <span className="tm-platform">
      <span className="tm-dot" style={{ backgroundColor: PLATFORM[platform]?.color }} />
      {platformName(platform)}
    </span>
  );
}
