import type { AwsProfiles, ProfileSettings } from './aws-profiles';
import type { ConfigSection } from './config-text';

/** One profile of a `source_profile` chain, with where each of its settings is written. */
export interface ChainLink {
  readonly profile: string;
  /** Keys in lower case; those of the sso-session are in `session`. */
  readonly settings: ProfileSettings;
  readonly session: ProfileSettings;
  readonly lineOf: (key: string) => number | undefined;
}

export interface ProfileChain {
  /** The given profile first, the one that signs in last. */
  readonly links: readonly [ChainLink, ...ChainLink[]];
  /** The last one's source_profile is one of these again. */
  readonly isLoop: boolean;
}

/** Undefined where there is no such profile. */
export function chainOf(name: string, all: AwsProfiles): ProfileChain | undefined {
  const first = linkOf(name, all);
  if (first === undefined) return undefined;
  const links: [ChainLink, ...ChainLink[]] = [first];
  let current = first;
  for (;;) {
    const next = current.settings.source_profile;
    if (next === undefined) return { links, isLoop: false };
    // A profile with keys of its own may be its own source.
    if (next === current.profile && current.settings.aws_access_key_id !== undefined)
      return { links, isLoop: false };
    if (links.some(({ profile }) => profile === next)) return { links, isLoop: true };
    const link = linkOf(next, all);
    if (link === undefined) return { links, isLoop: false };
    links.push(link);
    current = link;
  }
}

function linkOf(name: string, { profiles, config }: AwsProfiles): ChainLink | undefined {
  const sections = config?.sections ?? [];
  const own = sections.filter((section) => section.kind === 'profile' && section.name === name);
  if (profiles[name] === undefined && own.length === 0) return undefined;
  const settings: ProfileSettings = { ...settingsOf(own), ...profiles[name] };
  const ofSession = sections.filter(
    (section) => section.kind === 'sso-session' && section.name === settings.sso_session,
  );
  const lines = [...own, ...ofSession].flatMap((section) => section.lines);
  return {
    profile: name,
    settings,
    session: settingsOf(ofSession),
    lineOf: (key) => lines.findLast((one) => one.key === key)?.line,
  };
}

function settingsOf(sections: readonly ConfigSection[]): Record<string, string> {
  return Object.fromEntries(sections.flatMap(({ lines }) => lines.map(({ key, value }) => [key, value])));
}
