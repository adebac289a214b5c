import { describe, expect, it } from "vitest";
import { curlText } from "./curl";
import { fileName } from "./fileName";
import { exportParams, questionOf, questionText, viewOf } from "./take";

describe("the name of a file", () => {
  const period = { from: "2026-10-29", to: "2026-11-25" };

  it("says whose numbers it holds, of which panel and which days", () => {
    expect(fileName({ name: "Harbour Coffee", demo: false }, "By platform", period, "csv")).toBe(
      "tidemark-harbour-coffee-by-platform-2026-10-29-to-2026-11-25.csv",
    );
  });

  it("says that data are of a demonstration", () => {
    expect(fileName({ name: "Harbour", demo: true }, "Trend", undefined, "svg")).toBe(
      "demonstration-harbour-trend.svg",
    );
  });

  it("is safe whatever a business is called", () => {
    expect(fileName({ name: "../Café Zürich & Söhne!", demo: false }, "–", undefined, "json")).toBe(
      "tidemark-cafe-zurich-sohne.json",
    );
    expect(fileName({ name: "x".repeat(90), demo: false }, "Trend", undefined, "csv")).toHaveLength(59);
  });

  it("names one day once, and no business where there are many", () => {
    expect(fileName(undefined, "Portfolio", { from: "2026-11-01", to: "2026-11-01" }, "csv")).toBe(
      "tidemark-portfolio-2026-11-01.csv",
    );
  });
});

describe("a question", () => {
  const query = { queryKey: ["trends", 3, { business_id: 3, platform: ["x", "threads"], range: undefined }] };

  it("has the parameters of the query that the panel shows", () => {
    const question = questionOf("/analytics/trends", query);
    expect(question.params).toEqual({ business_id: 3, platform: ["x", "threads"], range: undefined });
    expect(viewOf(question)).toBe("trends");
    expect(viewOf(questionOf("/connections/health", query))).toBe("health");
    expect(() => viewOf(questionOf("/jobs", query))).toThrow("/jobs");
    expect(questionText({ question })).toBe("trends?platform=x&platform=threads");
    expect(exportParams({ question, parts: ["points"] }, "csv")).toEqual({
      view: "trends",
      business_id: 3,
      platform: ["x", "threads"],
      range: undefined,
      part: ["points"],
      format: "csv",
    });
  });

  it("is copied as a call with a place for the token and no token", () => {
    expect(curlText("https://t.example", questionOf("/analytics/trends", query))).toBe(
      `curl -H "Authorization: Bearer $TIDEMARK_TOKEN" 'https://t.example/api/v1/analytics/trends?business_id=3&platform=x&platform=threads'`,
    );
  });

  it("does not end a shell's quotes", () => {
    const search = { queryKey: ["posts", { search: "it's $(rm)" }] };
    expect(curlText("", questionOf("/analytics/posts", search))).toMatch(/'\/api[^']*it%27s\+%24%28rm%29'$/);
  });
});
