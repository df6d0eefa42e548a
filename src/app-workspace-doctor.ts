/** What `doctor` finds out about the workspaces that installed the app: whether their tokens can be opened. */
import { type StateConfig, withState } from './app-state.ts';
import { countWords } from './core/count-words.ts';
import { errorMessage } from './core/errors.ts';
import { type Finding, fail, ok } from './ops/check.ts';
import type { SlackInstallConfig } from './platform-config.ts';

/** Opens each token with the keys of the settings, and calls nobody. Never rejects. */
export async function checkInstallations(
  where: StateConfig,
  { keys }: Pick<SlackInstallConfig, 'keys'>,
): Promise<Finding[]> {
  try {
    const [{ createInstallationShelf }, { createTokenSeal }] = await Promise.all([
      import('./state/installation-shelf.ts'),
      import('./state/token-seal.ts'),
    ]);
    const seal = createTokenSeal(keys);
    const installed = await withState(where, async (state) => {
      const shelf = createInstallationShelf(state, { platform: 'slack', seal, now: Date.now });
      const workspaces = await shelf.list();
      for (const workspaceId of workspaces) await shelf.find(workspaceId);
      return workspaces.length;
    });
    const message =
      (installed ?? 0) === 0
        ? 'no workspace has installed the app yet: open /slack/install'
        : `the app is installed in ${countWords(installed ?? 0, 'workspace')}; all tokens can be opened`;
    return [ok(message)];
  } catch (error) {
    return [fail(errorMessage(error), null)];
  }
}
