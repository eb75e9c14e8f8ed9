// Answers every line {"a", "b"} with the seconds that diffWords takes for them: its own work, without the start of node.
import { createInterface } from "node:readline";
import { diffWords } from "diff";

for await (const line of createInterface({ input: process.stdin })) {
  const { a, b } = JSON.parse(line);
  const start = process.hrtime.bigint();
  diffWords(a, b);
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
}
