/** What waits is written when it has this many bytes, or rows. */
const mostBytes = 2 * 1024 * 1024;
const mostRows = 500;

type Value = string | number | boolean | null | Buffer | readonly number[];
interface Waiting {
  readonly columns: readonly string[];
  rows: Value[][];
  bytes: number;
}

/**
 * Rows for several tables, written many at a time and in the order in which their tables were first met, so that what a
 * row points at is there before it.
 */
export class Inserts {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly run: (sql: string, values: unknown[]) => Promise<unknown>) {}

  async add(table: string, columns: readonly string[], row: readonly Value[]): Promise<void> {
    const own = this.waiting.get(table) ?? { columns, rows: [], bytes: 0 };
    this.waiting.set(table, own);
    own.rows.push(row.map((value) => (typeof value === "string" ? value.replaceAll("\0", "") : value)));
    for (const value of row) if (Buffer.isBuffer(value)) own.bytes += value.length;
    if (own.bytes >= mostBytes || own.rows.length >= mostRows) await this.flush();
  }

  async flush(): Promise<void> {
    for (const [table, own] of this.waiting) {
      const { columns, rows } = own;
      if (rows.length === 0) continue;
      own.rows = [];
      own.bytes = 0;
      const places = rows.map(
        (_, row) => `(${columns.map((_name, at) => `$${row * columns.length + at + 1}`).join(",")})`,
      );
      const names = columns.map((name) => `"${name}"`).join(",");
      await this.run(`INSERT INTO "${table}" (${names}) VALUES ${places.join(",")}`, rows.flat());
    }
  }
}
