import { Button, Skeleton, Text, Title, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { revokeShare, type Share, sharesQuery } from "../api/shares";
import type { Business } from "../api/types";
import { plural, rich, t, tell } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { PAGES, scopeInWords, shareInWords } from "./words";

/** The links of a business that still open, each with the way to take it back; how many are over is said. */
export function ShareList({ business }: { business: Business }) {
  const shares = useQuery(sharesQuery(business.business_id));
  if (shares.isError) {
    return <ErrorPanel what={t("The links")} error={shares.error} retry={() => void shares.refetch()} />;
  }
  if (shares.isPending) return <Skeleton height={60} role="status" aria-label={t("Loading the links")} />;
  const open = shares.data.filter((share) => share.state === "open");
  const over = shares.data.length - open.length;
  return (
    <section aria-label={t("Links of this business")}>
      <Title order={3} size="h5" mb={6}>
        {t("Links that are open")}
      </Title>
      {open.length === 0 ? (
        <Text size="sm" c="dimmed" data-testid="no-shares">
          {t("None.")}
        </Text>
      ) : (
        <ul className="tm-share-list">
          {open.map((share) => (
            <ShareItem key={share.share_id} business={business} share={share} />
          ))}
        </ul>
      )}
      {over > 0 && (
        <Text className="tm-note" mt="xs">
          {plural(over, "One link is over.", "{n} links are over.")}
        </Text>
      )}
    </section>
  );
}

function ShareItem({ business, share }: { business: Business; share: Share }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeShare(business.business_id, share.share_id),
    // After a refusal as well: somebody else may have taken it back.
    onSettled: () => client.invalidateQueries({ queryKey: sharesQuery(business.business_id).queryKey }),
  });
  const shows = `${tell(PAGES[share.page])}, ${scopeInWords(share.page, share.search)}`;
  return (
    <li data-testid={`share-${share.share_id}`}>
      <span className="tm-break">
        {shows}
        <span className="tm-note tm-share-facts">
          {shareInWords(share, business.time_zone)}
          {share.created_by && ` · ${t("by {name}", { name: share.created_by })}`}
        </span>
        {revoke.isError && (
          <span role="alert">
            <ErrorText error={revoke.error} />
          </span>
        )}
      </span>
      <Button size="compact-sm" variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
        {rich("Revoke<hidden>: {shows}</hidden>", {
          shows,
          hidden: (inner) => <VisuallyHidden>{inner}</VisuallyHidden>,
        })}
      </Button>
    </li>
  );
}
