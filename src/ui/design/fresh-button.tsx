import { ArrowUp } from 'lucide-preact';
import { Button } from './button.tsx';

/** Offers rows that came while one was reading; spoken when they come. Keeps its place in the page while there are none. */
export function FreshButton({ count, label, onClick }: { count: number; label: string; onClick: () => void }) {
  return (
    <div class="fresh" role="status">
      {count > 0 && (
        <Button size="small" icon={ArrowUp} onClick={onClick}>
          {label}
        </Button>
      )}
    </div>
  );
}
