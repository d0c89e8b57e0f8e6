// What holds of every page, whatever it shows: one function a check.
import path from 'node:path';
import {address_of} from './pages.mjs';
import {axeSource, expect} from './session.mjs';

const kLargestPage = 1 << 20;  // bytes of HTML, on any record

// Status, headers, a page that is whole, a quiet console, and no request that leaves the machine.
async function clean(session, entry) {
  const page = await session.look();
  const answer = await session.visit(page, await address_of(session, entry));
  expect(answer.status() === (entry.status ?? 200), 'status', answer.status());
  const headers = answer.headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(/default-src '(none|self)'/.test(policy), 'Content-Security-Policy:', policy);
  expect(!/unsafe-(inline|eval)|\*/.test(policy), 'Content-Security-Policy lets too much:', policy);
  expect(/form-action 'self'/.test(policy) && /frame-ancestors 'none'/.test(policy), 'Content-Security-Policy:', policy);
  expect(headers['x-content-type-options'] === 'nosniff', 'X-Content-Type-Options', headers['x-content-type-options']);
  expect(/^(no-referrer|same-origin)$/.test(headers['referrer-policy'] ?? ''), 'Referrer-Policy', headers['referrer-policy']);
  const body = await answer.body();
  expect(body.length <= kLargestPage, 'page of', body.length, 'bytes');
  expect(body.toString('utf8').startsWith('<!doctype html>') || body.toString('utf8').startsWith('<!DOCTYPE html>'), 'doctype');
  const facts = await page.evaluate(() => ({
    title: document.title, lang: document.documentElement.lang, mode: document.compatMode,
    headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
    words: document.querySelector('main')?.innerText.trim().length ?? 0,
    ids: [...document.querySelectorAll('[id]')].map(each => each.id),
    braces: /\{\{|\}\}/.test(document.body.innerText),
  }));
  expect(facts.title.trim() !== '' && facts.lang === 'en' && facts.mode === 'CSS1Compat', facts);
  expect(facts.headings === 1 && facts.mains === 1 && facts.words > 20, facts);
  expect(new Set(facts.ids).size === facts.ids.length, 'an id stands twice:', facts.ids.filter((id, i) => facts.ids.indexOf(id) !== i));
  expect(!facts.braces || session.name === 'hostile', 'a template shows its braces');
  const errors = page.seen.errors.filter(each => !(entry.status && each.includes(String(entry.status))));
  expect(errors.length === 0, 'console:', errors);
  expect(page.seen.away.length === 0, 'asked of other machines:', page.seen.away);
  expect(page.seen.dialogs.length === 0, 'dialogs:', page.seen.dialogs);
  await page.done();
}

// axe-core, every rule it has, light and dark.
async function accessible(session, entry) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await session.look({colorScheme});
    await session.visit(page, await address_of(session, entry));
    await page.evaluate(axeSource());
    const violations = await page.evaluate(async () => (await globalThis.axe.run(document, {resultTypes: ['violations']}))
        .violations.map(each => ({rule: each.id, nodes: each.nodes.length, first: each.nodes.slice(0, 2).map(
            node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? node.all[0]?.message ?? ''))})));
    expect(violations.length === 0, colorScheme, violations);
    await page.done();
  }
}

const overflow = page => page.evaluate(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return '';
  const beyond = [...document.body.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > wide + 1);
  return `${document.documentElement.scrollWidth} px in ${wide}: ` +
      beyond.slice(0, 3).map(each => each.outerHTML.slice(0, 120)).join(' | ');
});

// 360, 768, 1440 and 3840 px, and 1280 at 200 % zoom: nothing to scroll sideways. Leaves pictures for a person to look at.
async function widths(session, entry) {
  const views = [['360', {width: 360, height: 740}, 1, 'light'], ['768', {width: 768, height: 1024}, 1, 'dark'],
                 ['1440', {width: 1440, height: 900}, 1, 'light'], ['1440-dark', {width: 1440, height: 900}, 1, 'dark'],
                 ['3840', {width: 3840, height: 2160}, 1, 'light'], ['zoom', {width: 640, height: 450}, 2, 'light']];
  for (const [name, viewport, deviceScaleFactor, colorScheme] of views) {
    const page = await session.look({viewport, deviceScaleFactor, colorScheme});
    await session.visit(page, await address_of(session, entry));
    const beyond = await overflow(page);
    if (name !== '3840' && name !== 'zoom') {
      const height = Math.min(4000, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.setViewportSize({width: viewport.width, height});
      await page.screenshot({path: path.join(session.pictures(), `${entry.name}-${name}.png`)});
    }
    await page.done();
    expect(beyond === '', name, beyond);
  }
}

// On paper: nothing cut off at the side, the heading there, and a file that a printer takes.
async function printed(session, entry) {
  const page = await session.look({viewport: {width: 718, height: 1000}, colorScheme: 'dark'});
  await session.visit(page, await address_of(session, entry));
  await page.emulateMedia({media: 'print', colorScheme: 'light'});
  expect(await overflow(page) === '', 'print', await overflow(page));
  expect(await page.locator('h1').isVisible(), 'no heading on paper');
  expect(await page.locator('nav').first().isHidden(), 'the navigation is printed');
  await page.emulateMedia({media: null, colorScheme: null});
  const file = await page.pdf({format: 'A4', pageRanges: '1'});
  expect(file.length > 1000, 'pdf of', file.length, 'bytes');
  await page.done();
}

// JavaScript off: the same words, and forms that can be sent.
async function without_script(session, entry) {
  const texts = [];
  for (const javaScriptEnabled of [true, false]) {
    const page = await session.look({javaScriptEnabled});
    await session.visit(page, await address_of(session, entry));
    texts.push((await page.locator('main').innerText()).replace(/\s+/g, ' ').trim());
    if (!javaScriptEnabled)
      for (const form of await page.locator('form').all()) {
        const method = (await form.getAttribute('method') ?? 'get').toLowerCase();
        const action = await form.getAttribute('action');
        expect(action?.startsWith('/') || (!action && method === 'get'), 'a form without an own address:', action);
        expect(await form.locator('button:not([type=button]), input[type=submit]').count() > 0, 'a form that only a script sends', action);
        expect(method === 'get' || await form.locator('input[name=token]').count() === 1, 'a POST form without a token', action);
      }
    await page.done();
  }
  expect(texts[1].length > 20, 'nothing to read without JavaScript');
  expect(near(texts[0], texts[1]), 'other words without JavaScript:', texts[1].slice(0, 300), '///', texts[0].slice(0, 300));
  await page_has_no_inline_handlers(session, entry);
}

// A script may add a hint or a button, not take words away.
function near(withScript, without) {
  const had = new Set(withScript.split(' '));
  const lost = without.split(' ').filter(word => !had.has(word));
  return lost.length <= without.split(' ').length / 50;
}

async function page_has_no_inline_handlers(session, entry) {
  const html = await (await session.fetch(await address_of(session, entry))).text();
  expect(!/<[a-z][^>]*\son[a-z]+\s*=/i.test(html), 'an inline handler');
  expect(!/<[a-z][^>]*\sstyle\s*=/i.test(html), 'an inline style, which the policy forbids');
  expect(!/<script(?![^>]*\ssrc=)[^>]*>/i.test(html.replace(/<script type="application\/ld\+json">/g, '')), 'an inline script');
}

// Tab reaches what can be acted on, in the order of the text, with a focus that is seen.
async function focus(session, entry) {
  const page = await session.look();
  await session.visit(page, await address_of(session, entry));
  let stops = 0;
  for (; stops < 40; ++stops) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const style = getComputedStyle(at);
      const before = globalThis.lastStop;
      globalThis.lastStop = at;
      const box = at.getBoundingClientRect();
      return {
        html: at.outerHTML.slice(0, 140),
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none',
        order: !before || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        index: at.tabIndex,
      };
    });
    if (!stop) break;
    expect(stop.ring, 'no focus to be seen:', stop.html);
    expect(stop.order, 'not in the order of the text:', stop.html);
    expect(stop.seen, 'focus out of sight:', stop.html);
    expect(stop.index <= 0, 'tabindex above 0:', stop.html);
  }
  expect(stops >= 3, 'only', stops, 'stops');
  await page.done();
}

// The same facts as JSON and, for tables, CSV.
async function data(session, entry) {
  const where = await address_of(session, entry);
  const [name, query] = where.split('?');
  const with_end = end => (name === '/' ? '/index' : name) + end + (query ? '?' + query : '');
  const answer = await session.fetch(with_end('.json'));
  expect(answer.status === (entry.data ?? entry.status ?? 200), with_end('.json'), answer.status);
  expect((answer.headers.get('content-type') ?? '').startsWith('application/json'), answer.headers.get('content-type'));
  JSON.parse(await answer.text());
  if (entry.table) {
    const table = await session.fetch(with_end('.csv'));
    expect(table.status === 200, with_end('.csv'), table.status);
    expect((table.headers.get('content-type') ?? '').startsWith('text/csv'), table.headers.get('content-type'));
    const lines = (await table.text()).split(/\r?\n/);
    expect(/^[a-z_]+(,[a-z_]+)+$/.test(lines[0]), 'the head of the table:', lines[0]);
  }
}

export const looks = {clean, accessible, widths, printed, without_script, focus, data};
