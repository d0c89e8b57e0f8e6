// Whole tasks, as a person does them: by keyboard alone, and with JavaScript off.
import {readFileSync} from 'node:fs';
import {expect} from './session.mjs';

const kDraft = readFileSync(new URL('../../examples/draft.md', import.meta.url), 'utf8');

// Presses Tab until the focus is on what matches, as somebody who has no mouse does.
async function tab_to(page, selector, text = '') {
  for (let presses = 0; presses < 250; ++presses) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(([wanted, words]) => {
      const at = document.activeElement;
      return at.matches(wanted) && (at.innerText ?? '').includes(words);
    }, [selector, text])) return;
  }
  throw new Error(`Tab never comes to ${selector} ${text} on ${page.url()}`);
}

async function enter(page) {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

const main_text = page => page.locator('main').innerText();

async function says(page, words) {
  expect((await main_text(page)).includes(words), `“${words}” is not on`, page.url());
}

function quiet(page) {
  expect(page.seen.errors.length === 0 && page.seen.away.length === 0 && page.seen.dialogs.length === 0, page.seen);
}

// Finds a statement, sees what an outlet changed, verifies a sentence, decides a discrepancy, takes that back.
async function by_keyboard_alone(session) {
  const page = await session.look();
  await session.visit(page, '/');
  await page.keyboard.press('/');
  await page.keyboard.type('madness');
  await enter(page);
  await tab_to(page, 'main a[href^="/statement/103"]');
  await enter(page);
  await says(page, 'a clash in the Sound');
  expect(/\bshould\b[\s\S]*\bmodal\b/.test(await page.locator('#versions').innerText()), 'what the agency changed is not named');
  await tab_to(page, 'a[data-base^="104"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#versions tr.base')?.dataset.row.startsWith('104'));
  expect(await page.evaluate(() => document.activeElement.dataset.row?.startsWith('104')), 'the focus is lost when the base changes');

  await page.reload();
  await tab_to(page, 'nav a', 'Verify');
  await enter(page);
  await tab_to(page, 'textarea');
  await page.keyboard.type(session.quotation);
  await tab_to(page, 'main button', 'Verify');
  await enter(page);
  await says(page, 'SPLICED');

  await tab_to(page, 'nav a', 'Inbox');
  await enter(page);
  await page.keyboard.press('j');
  await enter(page);
  const where = new URL(page.url()).pathname;
  expect(where.startsWith('/inbox/d-'), 'j and Enter lead to', where);
  await tab_to(page, 'input[name=reason]');
  await page.keyboard.type('two different calls');
  await tab_to(page, 'main button', 'Reject');
  await enter(page);
  await session.visit(page, where);
  await says(page, 'rejected');
  await says(page, 'Ada Marlow');
  await tab_to(page, 'main button', 'Undo');
  await enter(page);
  await session.visit(page, where);
  expect(!(await main_text(page)).includes('rejected'), 'it is still rejected');
  await tab_to(page, 'nav a', 'Decisions');
  await enter(page);
  await says(page, 'two different calls');
  await says(page, 'undo');
  quiet(page);
}

// The same with JavaScript off, and a draft that is pasted.
async function without_script(session) {
  const page = await session.look({javaScriptEnabled: false});
  await session.visit(page, '/search');
  await page.fill('#q', 'madness');
  await page.locator('main form button').first().click();
  await page.locator('main a[href^="/statement/103"]').first().click();
  await page.selectOption('select[name=base]', {index: 1});
  await page.locator('#versions form button').click();
  expect((await page.locator('#versions tr.base').getAttribute('data-row')).startsWith('104'), 'another base text');

  await session.visit(page, '/verify');
  await page.fill('textarea[name=q]', session.quotation);
  await page.locator('main form button').first().click();
  await says(page, 'SPLICED');

  await session.visit(page, '/draft');
  await page.locator('main textarea').fill(kDraft);
  await page.locator('main form button').first().click();
  for (const verdict of ['FOLDED', 'INDIRECT', 'ALTERED', 'NOT FOUND']) await says(page, verdict);

  await session.visit(page, '/inbox');
  await page.locator('main article h3 a').first().click();
  const where = new URL(page.url()).pathname;
  await page.locator('input[name=reason]').first().fill('both are right');
  await page.locator('button[value=accept]').first().click();
  await session.visit(page, where);
  await says(page, 'accepted');
  await page.getByRole('button', {name: /^Undo/}).first().click();
  await session.visit(page, where);
  expect(!(await main_text(page)).includes('accepted'), 'it is still accepted');
  await session.visit(page, '/decisions');
  await says(page, 'both are right');
  quiet(page);
}

// What the script adds: a list of the keys, and a way from words in a text to Verify.
async function comforts(session) {
  const page = await session.look();
  await session.visit(page, '/source/103');
  await page.keyboard.press('?');
  expect(await page.locator('dialog').isVisible(), 'no list of the keys');
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog').isHidden(), 'Escape does not close it');
  const words = page.locator('main p, main .words, main .paragraph').filter({hasText: 'frank'}).first();
  await words.click({clickCount: 3});
  const pick = page.locator('a.pick');
  await pick.waitFor({state: 'visible'});
  await pick.click();
  await page.waitForURL(/\/verify\?q=/);
  await says(page, 'EXACT');
  quiet(page);
}

// Every link of every page leads to a page of this site that is there, or to the web.
async function every_link_leads_somewhere(session) {
  const from = new Map([['/', '']]);
  for (const [where, on] of from) {
    const answer = await session.fetch(where);
    const unasked = /^\/(search|verify|draft)\.(json|csv)$/.test(where);
    expect(answer.status === (unasked ? 400 : 200), where, 'on', on, answer.status);
    if (from.size > 400 || !(answer.headers.get('content-type') ?? '').includes('html')) continue;
    for (const link of await session.links(where, /^\//)) {
      const plain = link.split('#')[0];
      if (!from.has(plain)) from.set(plain, where);
    }
  }
  expect(from.size > 100, 'only', from.size, 'addresses');
}

export const example = {by_keyboard_alone, without_script, comforts, every_link_leads_somewhere};
export const large = {};
