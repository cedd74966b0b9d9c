// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { ErasePanel } from '../../../src/ui/options/erase-panel.tsx';
import { Announcer } from '../../../src/ui/shell/announcer.tsx';
import { answerMessages, click, hide, says, show, submit, until } from '../support.tsx';

afterEach(hide);

it('erases what was captured only after it has said that nothing brings it back', async () => {
  const asked = answerMessages();
  show(
    <Announcer>
      <ErasePanel />
    </Announcer>,
  );
  click('button', 'Erase everything captured');
  await says('This cannot be undone.');
  click('dialog button', 'Cancel');
  expect(document.querySelector('dialog')).toBeNull();
  expect(asked).not.toHaveBeenCalled();
  click('button', 'Erase everything captured');
  submit('dialog form');
  await says('All errors and tickets were erased.');
  await until(() => expect(document.querySelector('dialog')).toBeNull());
  expect(asked.mock.calls).toEqual([[{ type: 'data.erase' }]]);
});
