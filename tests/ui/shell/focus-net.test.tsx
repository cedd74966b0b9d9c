// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Announcer, useAnnounce } from '../../../src/ui/shell/announcer.tsx';
import { Page } from '../../../src/ui/shell/page.tsx';
import { click, emptyDatabase, find, hide, says, show, showAgain, text, until } from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
});
afterEach(hide);

function Rows({ names }: { names: string[] }) {
  return (
    <Page>
      <main>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button">{name}</button>
            </li>
          ))}
        </ul>
        <p>{names.length} rows</p>
      </main>
    </Page>
  );
}

test('what has the focus can go: the nearest thing around it has it then', async () => {
  show(<Rows names={['one', 'two']} />);
  find('button', 'two').focus();
  showAgain(<Rows names={['one']} />);
  await until(() => expect(document.activeElement?.localName).toBe('ul'));
  find('button', 'one').focus();
  expect(find('ul').hasAttribute('tabindex')).toBe(false);
});

test('the focus stays where it is when something else goes', async () => {
  show(<Rows names={['one', 'two']} />);
  find('button', 'one').focus();
  showAgain(<Rows names={['one']} />);
  await says('1 rows');
  expect(text(document.activeElement)).toBe('one');
});

function List({ names }: { names: string[] }) {
  return (
    <Page>
      <main>
        <table>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <td>
                  <a class="row-link" href="#/">
                    {name}
                  </a>
                  <button type="button">Resolve {name}</button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{names.length} rows</p>
      </main>
    </Page>
  );
}

test('a row of a list can go: the next one has the focus then, after the last one the one before', async () => {
  show(<List names={['one', 'two', 'three', 'four']} />);
  find('button', 'two').focus();
  showAgain(<List names={['one', 'four']} />);
  await until(() => expect(text(document.activeElement)).toBe('four'));
  showAgain(<List names={['one']} />);
  await until(() => expect(text(document.activeElement)).toBe('one'));
  showAgain(<List names={[]} />);
  await until(() => expect(document.activeElement?.localName).toBe('tbody'));
});

function Undoable() {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce('Gone', async () => undefined)}>
      Remove
    </button>
  );
}

test('whoever takes something back goes on where they were', async () => {
  show(
    <Page>
      <Announcer>
        <Undoable />
      </Announcer>
    </Page>,
  );
  find('button', 'Remove').focus();
  click('button', 'Remove');
  find('.toast button').focus();
  click('.toast button');
  await says('Taken back');
  await until(() => expect(text(document.activeElement)).toBe('Remove'));
});
