import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Breakout, type Breakouts, breakoutsQuery } from "../api/performance";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import { chosenCount, OF_POSTS } from "../filters/narrowing";
import { useView } from "../filters/useView";
import { PostItem } from "../posts/PostItem";
import { questionOf } from "../take/take";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { Panel } from "../ui/Panel";
import { actualInWords, chanceInWords, performanceInWords, scoreInWords } from "./words";

/** Posts that are likely to go far beyond what is usual, while something can still be made of it. */
export function BreakoutsPanel({ business, timeZone }: { business: number; timeZone: string }) {
  const [view] = useView();
  const query = breakoutsQuery(business, view);
  const breakouts = useQuery(query);
  const pending = <Skeleton height={64} role="status" aria-label={t("Loading what breaks out")} />;
  return (
    <Panel
      title={t("Breaking out now")}
      take={{ question: questionOf("/analytics/breakouts", query), parts: ["current"] }}
    >
      {breakouts.isError ? (
        <ErrorPanel
          what={t("What breaks out")}
          error={breakouts.error}
          retry={() => void breakouts.refetch()}
        />
      ) : breakouts.isPending ? (
        pending
      ) : (
        <Later fallback={pending}>
          <Current breakouts={breakouts.data} ofSome={chosenCount(view, OF_POSTS) > 0} timeZone={timeZone} />
        </Later>
      )}
    </Panel>
  );
}

interface CurrentProps {
  breakouts: Breakouts;
  /** Whether some posts of the accounts are looked at only. */
  ofSome: boolean;
  timeZone: string;
}

function Current({ breakouts, ofSome, timeZone }: CurrentProps) {
  return (
    <>
      {ofSome && (
        <Text className="tm-note" mb="xs" data-testid="breakouts-of-some">
          {t(
            "Only posts of the chosen content types and labels are shown. Nothing is judged anew for that: each was judged beside all posts of its account and type, and how often that came true is told of all of them.",
          )}
        </Text>
      )}
      {breakouts.current.length === 0 ? (
        <Text c="dimmed">
          {ofSome
            ? t("None of the chosen posts is breaking out just now.")
            : t("No post is breaking out just now.")}
        </Text>
      ) : (
        <ul className="tm-posts">
          {breakouts.current.map((post) => (
            <PostItem
              key={post.id}
              post={post}
              timeZone={timeZone}
              more={[actualInWords(post.performance), performanceInWords(post.performance)]}
            >
              <Chance post={post} timeZone={timeZone} />
            </PostItem>
          ))}
        </ul>
      )}
      <details className="tm-note tm-fold">
        <summary>{t("When a post breaks out, and how often that came true")}</summary>
        <p>{spoken(breakouts.rule, breakouts.rule_said)}</p>
        <p>
          {scoreInWords(breakouts.alerts)}{" "}
          <EvidenceInfo
            evidence={breakouts.alerts.evidence}
            about={t("How often it came true")}
            unit="share"
            timeZone={timeZone}
          />
        </p>
      </details>
    </>
  );
}

function Chance({ post, timeZone }: { post: Breakout; timeZone: string }) {
  return (
    <>
      <strong>{post.level === "alert" ? t("Breaking out") : t("Worth watching")}</strong>
      {post.evidence.value !== null && (
        <span className="tm-note">
          {" "}
          {t("chance {percent}", { percent: chanceInWords(post.evidence.value) })}
        </span>
      )}
      <EvidenceInfo
        evidence={post.evidence}
        about={t("The chance to break out")}
        unit="share"
        timeZone={timeZone}
      />
    </>
  );
}
