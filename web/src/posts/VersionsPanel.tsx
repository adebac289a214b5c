import type { PostDetail } from "../api/posts";
import type { Take } from "../take/take";
import { inSentence, t } from "../text/text";
import { formatInstant } from "../ui/format";
import { typeName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { changesOf } from "./versions";

/** What was said of the post itself over time, the newest first. */
export function VersionsPanel({
  versions,
  timeZone,
  take,
}: {
  versions: PostDetail["versions"];
  timeZone: string;
  take: Take;
}) {
  const newest = changesOf(versions.items).reverse();
  if (newest.length < 2) return null;
  return (
    <Panel title={t("What was said of it")} take={take}>
      <ol className="tm-plain" data-testid="post-versions">
        {newest.map((version) => (
          <li key={version.observed_at}>
            <p className="tm-note">
              {[
                formatInstant(version.observed_at, timeZone),
                inSentence(typeName(version.content_type)),
                ...(version.boosted === "yes" ? ["boosted"] : []),
                ...(version.deleted ? ["deleted"] : []),
              ].join(" · ")}
            </p>
            <p className="tm-one-text">{version.text?.trim() ? version.text : t("Without text")}</p>
          </li>
        ))}
      </ol>
      {versions.truncated && (
        <p className="tm-note">
          {t("Among the newest {count} of {total} descriptions.", {
            count: versions.items.length,
            total: versions.total,
          })}
        </p>
      )}
    </Panel>
  );
}
