import { Table, Text } from "@mantine/core";
import type { Audience } from "../api/audience";
import { reachable } from "../api/client";
import type { Answers, ContentTypes, ReportChange, ReportNote, ReportSection } from "../api/reports";
import type { BestTimes } from "../api/times";
import type { Metric, Overview } from "../api/types";
import type { Why } from "../api/why";
import { PlatformBarList } from "../overview/PlatformBars";
import { COLUMNS, columnName } from "../overview/platformFigures";
import type { TopPosts } from "../posts/topPosts";
import { beginning, pictureOf } from "../posts/words";
import { spoken } from "../text/said";
import { english, inSentence, rich, t } from "../text/text";
import { DASH, formatCount, formatInstant, formatPercent, formatSigned, formatSpan } from "../ui/format";
import { Missing } from "../ui/Missing";
import { figureName, platformName, typeName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import { amount, difference, partName, verdict } from "../why/words";
import { ReportFigures } from "./ReportFigures";
import { ReportTable } from "./ReportTable";
import { ReportTrend } from "./ReportTrend";
import { ReportWeek } from "./ReportWeek";
import { figuresOf } from "./words";

interface Props {
  section: ReportSection;
  answers: Answers;
  /** Of the client; null for none. */
  colour: string | null;
  timeZone: string;
  changes: ReportChange[];
}

/** What a section shows, from the answer that belongs to it. */
export function ReportPanel({ section, answers, colour, timeZone, changes }: Props) {
  const { panel, metric } = section;
  switch (panel) {
    case "metrics":
      return answers.overview ? (
        <ReportFigures figures={figuresOf(answers.overview)} changes={changes} />
      ) : (
        <NotKept />
      );
    case "trend": {
      const trend = answers[`trends:${metric}`];
      return trend ? (
        <ReportTrend
          trend={trend}
          metric={metric as Metric}
          notes={answers.notes?.notes ?? []}
          colour={colour}
          changes={changes}
        />
      ) : (
        <NotKept />
      );
    }
    case "platforms":
      return answers.overview ? <Platforms overview={answers.overview} /> : <NotKept />;
    case "top_posts": {
      const top = answers["top-posts"];
      return top ? <Posts top={top} timeZone={timeZone} changes={changes} /> : <NotKept />;
    }
    case "content_types": {
      const types = answers["content-types"];
      return types ? <Types types={types} /> : <NotKept />;
    }
    case "audience":
      return answers.audience ? <Followers audience={answers.audience} /> : <NotKept />;
    case "best_times": {
      const times = answers["best-times"];
      return times ? <Times times={times} /> : <NotKept />;
    }
    case "why": {
      const why = answers[`why:${metric}`];
      return why ? <Explained why={why} /> : <NotKept />;
    }
    case "findings":
      return answers.insights ? <Findings answers={answers} /> : <NotKept />;
    case "notes":
      return answers.notes ? <Notes notes={answers.notes.notes} /> : <NotKept />;
  }
}

function NotKept() {
  return <Text c="dimmed">{t("Nothing was kept for this panel.")}</Text>;
}

function Platforms({ overview }: { overview: Overview }) {
  return (
    <>
      {overview.platforms.length > 1 && (
        <PlatformBarList platforms={overview.platforms} figure="engagement" />
      )}
      <ReportTable
        head={[t("Platform"), ...COLUMNS.map(({ key }) => columnName(key))]}
        rows={overview.platforms.map((figures) => ({
          key: figures.platform,
          name: <PlatformLabel platform={figures.platform} />,
          cells: COLUMNS.map(({ key, read }) => {
            const { text, why } = read(figures);
            return text ?? <Missing key={key} why={why} />;
          }),
        }))}
      />
    </>
  );
}

function Posts({ top, timeZone, changes }: { top: TopPosts; timeZone: string; changes: ReportChange[] }) {
  if (top.posts.length === 0)
    return <Text c="dimmed">{t("No post of this period has a value to rank by.")}</Text>;
  return (
    <>
      <ol className="tm-report-posts">
        {top.posts.map((post) => {
          const since = changes.find(({ figure }) => figure === `posts.${post.id}`);
          return (
            <li key={post.id}>
              {post.thumbnail && (
                <img className="tm-picture" src={reachable(post.thumbnail)} alt={pictureOf(post)} />
              )}
              <span className="tm-report-post">
                <span className="tm-break">{beginning(post)}</span>
                <span className="tm-note">
                  <PlatformLabel platform={post.platform} /> {formatInstant(post.published_at, timeZone)} ·{" "}
                  {inSentence(typeName(post.content_type))}
                </span>
              </span>
              <span className="tm-number">
                <strong>{formatCount(post.score)}</strong>
                <span className="tm-note"> {inSentence(figureName(top.metric))}</span>
                {since?.now != null && (
                  <span className="tm-report-since">
                    {t("now {value}", { value: formatCount(since.now) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="tm-note">{rich("Ranked by {rule}.", { rule: english(top.ranked_by) })}</p>
    </>
  );
}

function Types({ types }: { types: ContentTypes }) {
  return (
    <ReportTable
      head={[t("Content type"), t("Posts"), t("Impressions"), t("Engagement"), t("Engagement rate")]}
      rows={types.content_types.map((row) => ({
        key: row.content_type,
        name: inSentence(typeName(row.content_type)),
        cells: [
          count(row.published.posts.value),
          count(row.metrics.impressions?.value),
          count(row.engagement.value),
          row.rates.engagement_rate?.value == null ? DASH : formatPercent(row.rates.engagement_rate.value),
        ],
      }))}
    />
  );
}

function count(value: number | null | undefined): string {
  // Estimates can lie a little under nothing, which is nothing.
  return value == null ? DASH : formatCount(Math.round(value) || 0);
}

function Followers({ audience }: { audience: Audience }) {
  return (
    <ReportTable
      head={[t("Account"), t("Followers, latest"), t("Net change")]}
      rows={audience.accounts.map((one) => ({
        key: String(one.account.id),
        name: (
          <>
            <PlatformLabel platform={one.account.platform} /> {one.account.name}
          </>
        ),
        cells: [count(one.followers), one.net_change === null ? DASH : formatSigned(one.net_change)],
      }))}
    />
  );
}

function Times({ times }: { times: BestTimes }) {
  return (
    <>
      {times.account && (
        <p className="tm-note">
          <PlatformLabel platform={times.account.platform} /> {times.account.name}
        </p>
      )}
      <p>{spoken(times.conclusion.text, times.conclusion.text_said)}</p>
      {times.slots.some(({ posts }) => posts > 0) && <ReportWeek slots={times.slots} />}
    </>
  );
}

function Explained({ why }: { why: Why }) {
  return (
    <>
      <p>{spoken(why.sentence, why.sentence_said)}</p>
      {why.change && (
        <Table verticalSpacing={4} className="tm-report-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("Part of the change")}</Table.Th>
              <Table.Th scope="col" className="tm-number">
                {t("Change")}
              </Table.Th>
              <Table.Th scope="col">{t("Verdict")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...why.effects, ...why.apart].map((effect) => (
              <Table.Tr key={effect.effect}>
                <Table.Th scope="row" fw={400}>
                  {partName(effect)}
                </Table.Th>
                <Table.Td className="tm-number">{difference(why.metric, effect.change)}</Table.Td>
                <Table.Td>{verdict(effect)}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">
                {t("From {before} to {now}", {
                  before: amount(why.metric, why.change.previous),
                  now: amount(why.metric, why.change.value),
                })}
              </Table.Th>
              <Table.Td className="tm-number">{difference(why.metric, why.change.change)}</Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Findings({ answers }: { answers: Answers }) {
  const found = (answers.insights?.insights ?? []).filter(
    (one) => one.evidence.status !== "not_enough_data" && one.state !== "dismissed",
  );
  if (found.length === 0) return <Text>{t("Nothing stands out, and that is a finding.")}</Text>;
  return (
    <ul className="tm-report-findings">
      {found.slice(0, MOST_FINDINGS).map((one) => (
        <li key={one.id}>
          <strong>{spoken(one.title, one.title_said)}.</strong> {spoken(one.text, one.text_said)}
        </li>
      ))}
    </ul>
  );
}

const MOST_FINDINGS = 6;

/** Numbered as the trends mark them. */
function Notes({ notes }: { notes: ReportNote[] }) {
  if (notes.length === 0) return <Text>{t("Nothing was noted about these days.")}</Text>;
  return (
    <ol className="tm-report-findings">
      {notes.map((note) => (
        <li key={`${note.from} ${note.to} ${note.text}`}>
          <span className="tm-note">
            {formatSpan(note)}
            {note.account && ` · ${platformName(note.account.platform)}, ${note.account.name}`}
          </span>{" "}
          {note.text}
        </li>
      ))}
    </ol>
  );
}
