/** A workspace in which somebody installed the app, and what is kept of it. */

/** What the app speaks with in a workspace: never logged, never shown. */
export interface InstallationTokens {
  readonly access: string;
  /** Null where the app's tokens do not end. */
  readonly refresh: string | null;
  /** When `access` ends, in milliseconds since 1970; null: never. */
  readonly endsAt: number | null;
}

export interface Installation {
  readonly workspaceId: string;
  /** As people call it; null where the platform does not tell. */
  readonly name: string | null;
  /** The user as whom the app speaks. */
  readonly botUser: string;
  /** Empty where the platform does not tell. */
  readonly botId: string;
  readonly scopes: readonly string[];
  /** Who installed it last; null where the platform does not tell. */
  readonly installedBy: string | null;
  readonly tokens: InstallationTokens;
}

/** The installations of one platform. Rejects with an OperatorError where a person can put it right, such as a missing key. */
export interface InstallationShelf {
  /** Keeps the installation, or what has become of an earlier one. */
  save(installation: Installation): Promise<void>;
  /** Null where the app is not installed. */
  find(workspaceId: string): Promise<Installation | null>;
  /** Workspaces in which the app is installed, in the order of their ids. */
  list(): Promise<string[]>;
  /** New tokens in place of these; nothing where others have taken their place already, or nothing is installed. */
  renew(workspaceId: string, before: InstallationTokens, tokens: InstallationTokens): Promise<void>;
  /**
   * The right to renew a workspace's tokens: a refresh token serves once, and several servers may want to use it.
   *
   * @returns null when another server has it now; else what gives it back.
   */
  claimRenewal(workspaceId: string): Promise<(() => Promise<void>) | null>;
  /** Whether an installation was ended with this word. */
  hasServed(word: string): Promise<boolean>;
  /**
   * Notes that an installation is ended with this word.
   *
   * @param until milliseconds since 1970 after which the word is worth nothing: it is remembered no longer.
   * @returns false when one was ended with it before, at whichever server.
   */
  serve(word: string, until: number): Promise<boolean>;
}

/** A workspace that the app was taken out of. */
export interface Departure {
  readonly workspaceId: string;
  /** When, in milliseconds since 1970: the app may have been installed again since. */
  readonly at: number;
}

/** Notes the departure durably, then has what is kept of the workspace deleted. Rejects when it could not be noted. */
export type OnDeparture = (departure: Departure) => Promise<void>;
