/** Who the app is in the workspace it was installed in. */

export interface Identity {
  readonly teamId: string;
  /** The user as whom the app speaks. */
  readonly botUser: string;
  /** Empty where Slack does not tell. */
  readonly botId: string;
  /** Scopes that the token has; null where Slack does not tell. */
  readonly scopes: readonly string[] | null;
}
