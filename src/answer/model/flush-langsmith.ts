/** Lets what LangChain still has for LangSmith be sent before the process ends. */

/** Milliseconds: a stop does not wait for a service that does not answer. */
const PATIENCE = 2_000;

/** Never rejects. Call it only where LangSmith is set up: it makes the client. */
export async function flushLangSmith(): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, PATIENCE);
  try {
    const { awaitAllCallbacks } = await import('@langchain/core/callbacks/promises');
    await Promise.race([awaitAllCallbacks(), late.promise]);
  } catch {
    // Nothing that an answer depends on.
  } finally {
    clearTimeout(timer);
  }
}
