import { Globe } from 'lucide-preact';
import { Tag } from '../design/badge.tsx';
import { Captured } from '../design/captured.tsx';

/** Longest name in a list, in characters. */
const LIMIT = 40;

/** The site that an error or ticket belongs to; nothing for ''. */
export function SiteName({ name }: { name: string }) {
  if (name === '') return null;
  return (
    <Tag icon={Globe}>
      <Captured text={name} limit={LIMIT} />
    </Tag>
  );
}
