/** One thing to do, with the commands that do it on this server. */
export interface FlowStep {
  readonly title: string;
  readonly description: string;
  /** For a POSIX shell with curl. */
  readonly command: string;
  /** For PowerShell 7. */
  readonly powershell: string;
}

/** Where the commands go and as whom. */
export interface FlowTarget {
  /** Issuer and base of every URL, without a trailing slash. */
  readonly publicUrl: string;
  /** Client id and secret to show; shell variables where there is no published one. */
  readonly credentials: {
    readonly shell: { readonly id: string; readonly secret: string };
    readonly powershell: { readonly id: string; readonly secret: string };
  };
}
