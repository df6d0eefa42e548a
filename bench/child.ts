/** A process that measures one thing: told by a message, answers with one, ends. */
import type { Answer, Task } from './tasks.ts';

process.once('message', async (task: Task) => {
  const answer = await run(task).then(
    (result): Answer => ({ result }),
    (error: unknown): Answer => ({ failure: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer, () => process.exit(0));
});

/** Each part is loaded only when it is measured: memory is counted. */
async function run(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'make-vectors':
      return (await import('./make-vectors.ts')).makeVectors(task);
    case 'vectors':
      return (await import('./measure-vectors.ts')).measureVectors(task);
    case 'end-to-end':
      return (await import('./measure-end-to-end.ts')).measureEndToEnd(task);
    case 'orama-hybrid':
      return (await import('./measure-orama-hybrid.ts')).measureOramaHybrid(task);
  }
}
