// A session: one server on one record, one Chromium, and the contexts that checks look through.
import {spawn, spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {readFileSync, mkdirSync, existsSync} from 'node:fs';
import path from 'node:path';

export const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function expect(holds, ...why) {
  if (!holds) throw new Error(why.map(each => typeof each === 'string' ? each : JSON.stringify(each)).join(' ').slice(0, 1500));
}

// What a whole run lacks, or nothing: then every check is skipped with this reason.
export function lacking() {
  if (!existsSync('/usr/bin/chromium')) return 'no /usr/bin/chromium (tools/setup)';
  try {
    createRequire(import.meta.url).resolve('playwright-core');
    createRequire(import.meta.url).resolve('axe-core');
  } catch {
    return 'no tests/browser/node_modules (tools/setup --npm)';
  }
  return '';
}

// The sandbox wants a user that is not root.
export const chromiumOptions = () => ({
  executablePath: '/usr/bin/chromium', args: process.getuid() === 0 ? ['--no-sandbox'] : []});

export function run(program, folder, ...args) {
  const done = spawnSync(program, args, {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28});
  if (done.error) throw done.error;
  return {code: done.status, out: done.stdout, err: done.stderr};
}

// The program's own server on a free port; its first line that holds an address is where it listens.
export async function serve(program, record, folder, ...options) {
  const child = spawn(program, ['serve', '--record', record, '--port', '0', ...options],
                      {cwd: folder, stdio: ['ignore', 'pipe', 'pipe']});
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('serve did not say where it listens: ' + said)), 60000);
    const hear = bytes => {
      said += bytes;
      const found = said.match(/http:\/\/[^\s/]+/);
      if (found) clearTimeout(late), resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
  const ended = new Promise(resolve => child.on('exit', code => resolve(code)));
  return {
    address,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

export class Session {
  constructor(browser, address, folder, name) {
    Object.assign(this, {browser, address, folder, name, found: new Map()});
    mkdirSync(this.pictures(), {recursive: true});
  }

  pictures() {
    return path.join(process.env.READOUT_SCREENSHOTS ?? path.join(this.folder, 'screenshots'), this.name);
  }

  // A page in a context of its own. What it asks of any other machine is refused and kept; what its console says too.
  async look(options = {}) {
    const context = await this.browser.newContext({
      viewport: {width: 1440, height: 900}, locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', ...options});
    context.setDefaultTimeout(20000);
    const seen = {errors: [], away: [], dialogs: []};
    await context.route('**/*', route => {
      const url = new URL(route.request().url());
      if (url.origin === this.address || url.protocol === 'data:') return route.continue();
      seen.away.push(url.href);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('console', message => message.type() === 'error' && seen.errors.push(message.text()));
    page.on('pageerror', error => seen.errors.push(String(error)));
    page.on('dialog', dialog => (seen.dialogs.push(dialog.message()), dialog.dismiss()));
    page.seen = seen;
    page.done = () => context.close();
    return page;
  }

  async visit(page, where) {
    return await page.goto(this.address + where, {waitUntil: 'load'});
  }

  async fetch(where, options = {}) {
    return await fetch(this.address + where, {redirect: 'manual', ...options});
  }

  // Addresses of own links on a page, in order, that match; from the HTML as the server sent it.
  async links(where, pattern) {
    const answer = await this.fetch(where);
    const html = await answer.text();
    const found = [];
    for (const [, href] of html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
      const plain = href.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&#x2F;', '/');
      if (pattern.test(plain) && !found.includes(plain)) found.push(plain);
    }
    return found;
  }
}
