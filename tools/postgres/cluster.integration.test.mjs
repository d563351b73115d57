import * as fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Cluster } from "./cluster.mjs";
import { provision } from "./roles.mjs";
import { makeRunner } from "./runner.mjs";

const runner = makeRunner();
const firstPort = 33_000 + (process.pid % 1000);
let home;

const open = (folder = home) => new Cluster(folder, runner, { firstPort });
const rows = async (cluster) => {
  const admin = await cluster.admin("phasic");
  const result = await admin.query("SELECT kept FROM data");
  await admin.end();
  return result.rows;
};

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), "phasic-cluster-"));
  fs.chmodSync(home, 0o711);
  const cluster = open();
  await cluster.start();
  await provision(cluster, { contributor: false });
  const admin = await cluster.admin("phasic");
  await admin.query("CREATE TABLE data AS SELECT 'yes' AS kept");
  await admin.end();
});

afterAll(() => {
  open().stop("immediate");
  fs.rmSync(home, { recursive: true });
});

test("a running server of ours is adopted", async () => {
  const cluster = open();
  await cluster.start();
  expect(cluster.adopted).toBe(true);
  expect(await rows(cluster)).toEqual([{ kept: "yes" }]);
});

test("after kill -9 the data is there", async () => {
  process.kill(open().pid, "SIGKILL");
  const cluster = open();
  await cluster.start();
  expect(cluster.adopted).toBe(false);
  expect(await rows(cluster)).toEqual([{ kept: "yes" }]);
});

test("a lock file that names a living stranger, or another folder, does not stop the start", async () => {
  const cluster = open();
  cluster.stop();
  const lock = path.join(home, "data/postmaster.pid");
  for (const folder of [cluster.files.data, "/elsewhere"]) {
    fs.writeFileSync(lock, `${process.pid}\n${folder}\n0\n${firstPort}\n\n127.0.0.1\n`, { mode: 0o600 });
    fs.chownSync(lock, runner.owner, -1);
    const started = open();
    await started.start();
    expect(await rows(started)).toEqual([{ kept: "yes" }]);
    started.stop();
  }
});

test("a port taken by another program is left to it, and the new one is remembered", async () => {
  const before = open();
  before.stop();
  const port = Number(fs.readFileSync(before.files.port, "utf8"));
  const stranger = net.createServer().listen(port, "127.0.0.1");
  await new Promise((done) => stranger.once("listening", done));
  const cluster = open();
  await cluster.start();
  expect(cluster.port).not.toBe(port);
  expect(Number(fs.readFileSync(cluster.files.port, "utf8"))).toBe(cluster.port);
  await new Promise((done) => stranger.close(done));
});

test("a lost password is replaced, the data is not", async () => {
  fs.rmSync(open().files.adminPassword);
  const cluster = open();
  await cluster.start();
  expect(await rows(cluster)).toEqual([{ kept: "yes" }]);
});

test("passwords and data are closed to others", () => {
  const { files } = open();
  for (const file of [files.adminPassword, files.appPassword])
    expect(fs.statSync(file).mode & 0o777, file).toBe(0o600);
  for (const folder of [files.data, files.logs]) expect(fs.statSync(folder).mode & 0o777, folder).toBe(0o700);
});
