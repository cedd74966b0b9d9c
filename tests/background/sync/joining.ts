import { FakeProfile } from '../harness.ts';

/** What somebody sends who signs in to the team of a `FakeTeamProject`. */
export function joining() {
  const project = { url: 'https://team.supabase.co/', key: 'sb_publishable_x' };
  return { type: 'team.join', ...project, email: 'qa@example.com', password: 'right', code: '' };
}

/** A profile whose person agreed that things are sent. */
export async function signedUp(): Promise<FakeProfile> {
  const profile = new FakeProfile();
  await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
  return profile;
}
