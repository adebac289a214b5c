import type { PostVersion } from "../api/posts";

/** The versions that say something else than the one before: a post is described at every reading. */
export function changesOf(versions: readonly PostVersion[]): PostVersion[] {
  return versions.filter((version, index) => {
    const before = versions[index - 1];
    return (
      before === undefined ||
      version.text !== before.text ||
      version.content_type !== before.content_type ||
      (version.boosted === "yes") !== (before.boosted === "yes") ||
      version.deleted !== before.deleted
    );
  });
}
