// A pile whose names and words want to be something else than text, and what must not come of it.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect} from './session.mjs';

const kMarkup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
export const kQuotation = 'The ferry <b onmouseover=alert(3)>must</b> sail {{mustache}} before noon & not "later"';

const kNames = ['<script>alert(4).txt', '<svg onload=alert(4)>.txt', '<img src=x onerror=alert(5)>.txt', 'quote"on=\'x.txt', 'evil\u202egnp.txt',
                'javascript:alert(6).txt', '{{>layout}}{{{raw}}}.txt', 'a&amp;b&lt;.txt', '%2e%2e%2fetc%2fpasswd.txt',
                'query?x=1#frag.txt', 'new\nline.txt', 'tab\tname.txt', ' lead .json', 'ends.json.txt', '..hidden.txt'];

const body = number => ` date 2026-03-${number + 10} Ferry to sail ${kMarkup} before noon\n\n` +
    `ORLIN, March ${number + 10}. /Varpress/. The harbour of Orlin will open again this week, and the ferry will sail on most days, the ministry said.\n\n` +
    `“${kQuotation},” Foreign Minister Anton Velichko said on Monday. The harbour had been closed since the storm of last autumn.\n\n` +
    `“Nobody will click javascript:alert(7) or data:text/html,<script>alert(8)</script> on this day ${number},” Helen ` +
    `Ashdown told reporters at the pier. "We shall see </textarea></title></script><svg onload=alert(9)> then," she said.\n\n` +
    `She added that {{#persons}}the harbour{{/persons}} would \u202eopen\u202c at ${number + 6} o’clock {{{token}}}. Fishermen of the ` +
    `town had asked for an earlier hour, and the council had promised to think about it before the summer.\n\n` +
    `“=1+1 is what the council pays us,” Ada <b>Lindqvist</b>, the mayor, said.\n`;

// Writes the files and names them.
export function lay_out(work) {
  const pile = path.join(work, 'pile');
  mkdirSync(pile, {recursive: true});
  kNames.forEach((name, i) => writeFileSync(path.join(pile, name), body(i)));
  writeFileSync(path.join(pile, 'feed.jsonl'), [
    {id: '"><script>alert(10)</script>', url: 'javascript:alert(11)', outlet: kMarkup, title: kMarkup, language: 'en',
     published: '2026-03-14T09:05:00+01:00', text: body(3)},
    {id: 'data', url: 'data:text/html,<script>alert(12)</script>', outlet: '{{outlet}}', title: '</title><script>alert(13)</script>',
     language: '"><script>alert(14)</script>', published: '2026-03-14', text: body(4)},
    {id: 'user', url: 'https://user:secret@example.org/\u202e" onclick="alert(15)', outlet: 'Herald', title: 'T', language: 'en',
     published: '2026-03-15', text: body(5)},
  ].map(each => JSON.stringify(each)).join('\n') + '\n');
  writeFileSync(path.join(pile, 'page.html'), `<html lang='"><script>alert(16)</script>'><head><title>&lt;script&gt;alert(17)&lt;/script&gt;</title>` +
    `<link rel=canonical href="javascript:alert(18)"><base href="https://example.org/"></head><body><h1>Ferry</h1>` +
    `<p>&ldquo;The &lt;iframe src=javascript:alert(19)&gt; ferry will sail,&rdquo; the mayor, Ada &lt;b&gt;Lindqvist, said on Monday.</p></body></html>`);
  return ['pile'];
}

// A page with nothing on it but what the program put there.
async function inert(session, where) {
  const page = await session.look();
  const answer = await session.visit(page, where);
  expect(answer.status() < 500, where, answer.status());
  const found = await page.evaluate(() => ({
    scripts: [...document.scripts].map(each => each.getAttribute('src') ?? each.text.slice(0, 80)),
    bad: [...document.querySelectorAll('iframe, object, embed, base, svg[onload], img[onerror], [onerror], [onload], [onclick], [onmouseover]')]
        .map(each => each.outerHTML.slice(0, 100)),
    links: [...document.querySelectorAll('a, area')].map(each => each.getAttribute('href') ?? each.getAttribute('xlink:href') ?? '/')
        .map(each => new URL(each, location).href).filter(each => !/^https?:/.test(each)),
    secrets: [...document.querySelectorAll('a[href*="@"]')].map(each => new URL(each.getAttribute('href'), location).href).filter(each => new URL(each).username !== ''),
    forms: [...document.forms].map(each => each.action).filter(each => new URL(each).origin !== location.origin),
    turned: [...document.body.innerText].some(each => '\u202e\u202d\u2066\u2067\u2068\u0007\u0000'.includes(each)),
  }));
  expect(found.scripts.every(each => each.startsWith('/')) && found.scripts.length <= 1, where, 'scripts', found.scripts);
  expect(found.bad.length === 0, where, 'injected', found.bad);
  expect(found.links.length === 0, where, 'links', found.links);
  expect(found.secrets.length === 0, where, 'links with a name and a password', found.secrets);
  expect(found.forms.length === 0, where, 'forms', found.forms);
  expect(!found.turned, where, 'a character that turns the direction of writing stands bare');
  for (const each of (await page.locator('main *').all()).slice(0, 8)) await each.hover({timeout: 200, force: true}).catch(() => {});
  expect(new URL(page.url()).origin === session.address, where, 'led away to', page.url());
  expect(page.seen.dialogs.length === 0 && page.seen.away.length === 0, where, page.seen);
  expect(page.seen.errors.filter(each => !/status of 4/.test(each)).length === 0, where, page.seen.errors);
  await page.done();
}

// Every page that can be reached, up to a number, each looked at.
async function every_page_inert(session) {
  const seen = new Set(['/', '/timeline', '/person', '/inbox', '/decisions', '/method', '/verify', '/draft',
                        '/verify?q=' + encodeURIComponent(kQuotation), '/search?q=' + encodeURIComponent('"><script>alert(20)</script>'),
                        '/search?q=ferry', '/' + encodeURIComponent('<script>alert(21)</script>'),
                        '/timeline?speaker=' + encodeURIComponent('"><img src=x onerror=alert(22)>')]);
  for (const where of seen) {
    if (seen.size < 45)
      for (const link of await session.links(where, /^\/(source|statement|person)\/.|^\/inbox\/d-|^\/[^/?#]+:\d+-\d+/))
        if (!/\.(json|csv)(\?|$)/.test(link)) seen.add(link.split('#')[0]);
    await inert(session, where);
  }
  expect(seen.size > 30, 'only', seen.size, 'pages were reached');
}

// Each document's own page opens at the address that the pile gives it, whatever its name is, and says its name.
async function every_source_opens(session) {
  const links = await session.links('/', /^\/source\//);
  expect(links.length >= kNames.length, links.length, 'documents are listed');
  for (const link of links) {
    const answer = await session.fetch(link);
    expect(answer.status === 200, link, answer.status);
    const json = await session.fetch(link + '.json');
    expect(json.status === 200, link + '.json', json.status);
    JSON.parse(await json.text());
  }
}

// JSON and CSV of hostile words are still JSON and CSV, and are never taken for a page.
async function data_is_data(session) {
  for (const where of ['/timeline.json', '/timeline.csv', '/person.json', '/person.csv', '/index.json', '/index.csv']) {
    const answer = await session.fetch(where);
    expect(answer.status === 200, where, answer.status);
    expect(!/html/.test(answer.headers.get('content-type')), where, answer.headers.get('content-type'));
    expect(answer.headers.get('x-content-type-options') === 'nosniff', where, 'may be sniffed');
    const text = await answer.text();
    if (where.endsWith(".json")) JSON.parse(text);
  }
}

export const tasks = {every_page_inert, every_source_opens, data_is_data};
