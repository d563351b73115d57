import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { chunkBytes } from "../../contracts/upload";
import { labGrant } from "../access/grant";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import * as uploads from "./service";

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Two chunks and a bit. */
const content = randomBytes(2 * chunkBytes + 1000);
const about = (bytes: Buffer, fileName = "mice.mat") => ({
  ...{ fileName, byteLength: bytes.length, fingerprint: hash(bytes) },
});
const chunkOf = (bytes: Buffer, index: number) => {
  const own = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes);
  return { index, bytes: own, sha256: hash(own) };
};

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("sending");
});
const as = (role: "owner" | "editor") => {
  const { id: userId } = lab.members[role];
  return labGrant({ labId: lab.id, labSlug: lab.slug, userId, role, permission: "dataset:create" });
};
const bytesOf = async (id: string) => {
  const parts: Buffer[] = [];
  for await (const part of uploads.readUpload(lab.grant, id)) parts.push(part);
  return Buffer.concat(parts);
};

describe("a file in chunks", () => {
  it("may come in any order, with breaks, and twice; it goes on where it was", async () => {
    const grant = as("editor");
    const first = await uploads.beginUpload(grant, about(content, "C:\\data\\mice.mat"));
    expect(first).toMatchObject({ fileName: "mice.mat", sha256: null, chunks: [] });
    await uploads.receiveChunk(grant, first.id, chunkOf(content, 2));
    await uploads.receiveChunk(grant, first.id, chunkOf(content, 0));
    await uploads.receiveChunk(grant, first.id, chunkOf(content, 0));
    await expect(uploads.finishUpload(grant, first.id)).rejects.toThrow("1 of 3 chunks");
    await expect(uploads.wholeUpload(grant, first.id)).rejects.toThrow("still on its way");

    const again = await uploads.beginUpload(grant, about(content));
    expect(again.id).toBe(first.id);
    expect(again.chunks).toEqual([0, 2].map((index) => ({ index, sha256: chunkOf(content, index).sha256 })));
    expect(await uploads.listUploads(grant)).toMatchObject([
      { id: first.id, sha256: null, bytesReceived: chunkBytes + 1000, own: true, versions: 0 },
    ]);
    await uploads.receiveChunk(grant, first.id, chunkOf(content, 1));
    const done = await uploads.finishUpload(grant, first.id);
    expect(done).toMatchObject({ id: first.id, byteLength: content.length, sha256: hash(content) });
    expect(await uploads.finishUpload(grant, first.id)).toEqual(done);
    expect((await bytesOf(first.id)).equals(content)).toBe(true);
    await uploads.receiveChunk(grant, first.id, chunkOf(content, 1));
  });

  it("of equal content is kept once in a lab, and apart in another", async () => {
    const text = Buffer.from("id,s1\nm1,1\n");
    const kept = await uploads.keepFile(as("owner"), "a.csv", text);
    const grant = as("editor");
    const { id } = await uploads.beginUpload(grant, about(text, "b.csv"));
    expect(id).not.toBe(kept.id);
    await uploads.receiveChunk(grant, id, chunkOf(text, 0));
    expect(await uploads.finishUpload(grant, id)).toEqual(kept);
    // a browser whose connection dropped asks again
    expect(await uploads.finishUpload(grant, id)).toEqual(kept);
    expect(await uploads.getUpload(grant, id)).toMatchObject({ id: kept.id });
    expect(await uploads.wholeUpload(grant, id)).toMatchObject({ id: kept.id });
    expect(await db().uploadChunk.count({ where: { uploadId: id } })).toBe(0);
    const other = await makeLab("elsewhere");
    expect((await uploads.keepFile(other.grant, "a.csv", text)).id).not.toBe(kept.id);
  });

  it("is another upload for another person", async () => {
    const bytes = randomBytes(1000);
    const one = await uploads.beginUpload(as("owner"), about(bytes));
    expect((await uploads.beginUpload(as("editor"), about(bytes))).id).not.toBe(one.id);
  });
});

describe("what is no chunk of the file", () => {
  it("is refused, and nothing of it kept", async () => {
    const grant = as("editor");
    const bytes = randomBytes(chunkBytes + 5);
    const { id } = await uploads.beginUpload(grant, about(bytes));
    const put = (chunk: Partial<ReturnType<typeof chunkOf>>) =>
      uploads.receiveChunk(grant, id, { ...chunkOf(bytes, 1), ...chunk });
    await expect(put({ index: 2 })).rejects.toThrow("is none of its chunks");
    await expect(put({ index: -1 })).rejects.toThrow("is none of its chunks");
    await expect(put({ index: 0 })).rejects.toThrow(`has 5 bytes where ${chunkBytes} belong`);
    await expect(put({ sha256: hash(randomBytes(5)) })).rejects.toThrow("changed on its way");
    await expect(put({ bytes: Buffer.from("short") })).rejects.toThrow("changed on its way");
    expect(await db().uploadChunk.count({ where: { uploadId: id } })).toBe(0);
    await put({});
    const other = Buffer.from("other");
    await expect(put({ bytes: other, sha256: hash(other) })).rejects.toThrow("differs from the one");
  });

  it("is too large, nameless, or one too many", async () => {
    const begin = (change: object) =>
      uploads.beginUpload(as("owner"), {
        ...about(Buffer.from("x")),
        fingerprint: lab.unique("f"),
        ...change,
      });
    await expect(begin({ byteLength: 2049 * 1024 * 1024 })).rejects.toThrow("larger than 2048 MB");
    await expect(begin({ fileName: " " })).rejects.toThrow("needs a name");
    const fill = async () => {
      for (;;) await begin({});
    };
    await expect(fill()).rejects.toThrow("on their way to this lab already");
  });

  it("is more than the lab may keep", async () => {
    const { grant, id } = await makeLab("full");
    const byteLength = 51_199 * 1024 * 1024;
    await db().upload.create({ data: { labId: id, fileName: "all.nwb", byteLength, sha256: hash(content) } });
    await uploads.beginUpload(grant, about(Buffer.alloc(1024 * 1024)));
    await expect(uploads.beginUpload(grant, about(Buffer.from("x"), "one.csv"))).rejects.toThrow(
      '"one.csv" has 1 MB; this lab keeps 51,200 of 51,200 MB',
    );
  });

  it("shows a name as it is, without marks that turn it round", async () => {
    const { fileName } = await uploads.beginUpload(as("editor"), about(randomBytes(7), "mice-\u202Evsc.nwb"));
    expect(fileName).toBe("mice-vsc.nwb");
  });
});

describe("what nobody goes on sending", () => {
  it("goes after a week; what is whole, or was touched since, stays", async () => {
    const day = 24 * 60 * 60 * 1000;
    const grant = (await makeLab("forgetful")).grant;
    const whole = await uploads.keepFile(grant, "whole.csv", Buffer.from("a,b\n1,2\n"));
    const { id } = await uploads.beginUpload(grant, about(randomBytes(10)));
    await uploads.removeAbandonedUploads(Date.now() + 6 * day);
    expect((await uploads.listUploads(grant)).map((one) => one.id).sort()).toEqual([whole.id, id].sort());
    await uploads.removeAbandonedUploads(Date.now() + 8 * day);
    expect((await uploads.listUploads(grant)).map((one) => one.id)).toEqual([whole.id]);
    await uploads.removeUpload(grant, whole.id);
    expect(await uploads.listUploads(grant)).toEqual([]);
  });
});
