// Bluesky's own servers on loopback, for one test: a personal data server, where accounts are at home, and the AppView,
// which shows everybody what is public. Says on a line of its own where they are, and ends with its standard input.
// DB_POSTGRES_URL names an empty database; redis-server must be installed.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { mockMailer, TestNetwork } from "@atproto/dev-env";

const LOOPBACK = "127.0.0.1";

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket().on("error", reject);
    socket.listen(0, LOOPBACK, () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

const redisPort = await freePort();
const redis = spawn(
  "redis-server",
  ["--bind", LOOPBACK, "--port", `${redisPort}`, "--save", "", "--appendonly", "no"],
  { stdio: "ignore" },
);
process.on("exit", () => redis.kill());
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

process.env.REDIS_HOST = `${LOOPBACK}:${redisPort}`;
const network = await TestNetwork.create({
  dbPostgresSchema: "bluesky",
  pds: { hostname: "localhost", enableDidDocWithSession: true, rateLimitsEnabled: true },
});
mockMailer(network.pds);

/** Answers once everything that was written so far is shown. */
const control = createServer((_request, response) => {
  network.processAll(60_000).then(
    () => response.writeHead(204).end(),
    (problem) => response.writeHead(500).end(String(problem)),
  );
});
control.listen(0, LOOPBACK, () => {
  const where = {
    home: network.pds.url,
    open: network.bsky.url,
    directory: network.plc.url,
    settled: `http://${LOOPBACK}:${control.address().port}`,
  };
  console.log(`bluesky ${JSON.stringify(where)}`);
});
