import { expect, test } from "vitest";
import { readSettings, SettingsError } from "./env";

const needed = {
  DATABASE_URL: "postgresql://phasic:secret@127.0.0.1:5432/phasic",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  NEXTAUTH_URL: "http://127.0.0.1:3000",
};

const complaint = (source: Record<string, string | undefined>) => {
  try {
    readSettings(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
};

test("what nobody set has a default", () => {
  const read = readSettings(needed);
  expect(read).toMatchObject({
    PHASIC_HOST: "127.0.0.1",
    PHASIC_PORT: 3000,
    PHASIC_DEMO: false,
    PHASIC_SIGNUP: "open",
    PHASIC_RUN_CPU_SECONDS: 600,
    PHASIC_RUN_MEMORY_MB: 1024,
    PHASIC_TRUST_PROXY: false,
    PHASIC_LOG_LEVEL: "info",
  });
  expect(read.PHASIC_WORKER_THREADS).toBeGreaterThan(0);
});

test("an empty value counts as unset", () => {
  expect(readSettings({ ...needed, PHASIC_PORT: "", PHASIC_DEMO_PASSWORD: "" }).PHASIC_PORT).toBe(3000);
});

test("every mistake is named at once, with what to do", () => {
  const message = complaint({
    ...needed,
    DATABASE_URL: "mysql://x",
    PHASIC_PORT: "80 80",
    PHASIC_DEMO: "yes",
  });
  expect(message).toContain("DATABASE_URL is not a PostgreSQL address");
  expect(message).toContain("PHASIC_PORT is not a whole number. Use a whole number from 1 to 65535.");
  expect(message).toContain("PHASIC_DEMO is neither 0 nor 1. Use 1 or 0.");
});

test("what is needed and missing is named", () => {
  const message = complaint({});
  expect(message).toContain("DATABASE_URL is not set");
  expect(message).toContain("NEXTAUTH_SECRET is not set");
});

test("numbers out of range and weak secrets are refused", () => {
  expect(complaint({ ...needed, PHASIC_PORT: "70000" })).toContain("PHASIC_PORT is not between 1 and 65535");
  expect(complaint({ ...needed, NEXTAUTH_SECRET: "short" })).toContain("shorter than 32 characters");
});

test("the complaint never repeats a secret", () => {
  expect(complaint({ ...needed, NEXTAUTH_SECRET: "hunter2" })).not.toContain("hunter2");
});

test("settings that work only together are set together", () => {
  const url = "smtp://user:secret@mail.example.org:587";
  expect(complaint({ ...needed, PHASIC_SMTP_URL: url })).toContain(
    "PHASIC_MAIL_FROM is not set, but PHASIC_SMTP_URL is. Set all of them or none.",
  );
  const both = { ...needed, PHASIC_SMTP_URL: url, PHASIC_MAIL_FROM: "Phasic <phasic@example.org>" };
  expect(readSettings(both)).toMatchObject({ PHASIC_SMTP_URL: url });
  expect(complaint({ ...both, PHASIC_SMTP_URL: "mail.example.org" })).toContain("smtp://");
  expect(complaint({ ...both, PHASIC_MAIL_FROM: "a@b.org\r\nBcc: c@d.org" })).toContain("sender's address");
});
