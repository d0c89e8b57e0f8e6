// Remakes the pictures of the README from the invented pile: tools/screenshots PROGRAM.
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromiumOptions, expect, lacking, run, serve, Session} from './session.mjs';

// Name, address, the element at the top of the picture, its height.
const kPictures = [['statement', '/statement/104:1410-1606', '#versions', 860], ['source', '/source/104', '#delivered-title', 700]];

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = path.resolve(process.argv[2] ?? path.join(root, 'build/release/readout'));
const out = path.resolve(process.argv[3] ?? path.join(root, 'docs/images'));
expect(lacking() === '', lacking());
const {chromium} = await import('playwright-core');
const work = mkdtempSync(path.join(tmpdir(), 'readout-'));
const added = run(program, root, 'add', '--quiet', '--record', path.join(work, 'readout.db'), '--offices', 'examples/offices.tsv', 'examples/pile');
expect(added.code < 2, added.err);
const server = await serve(program, 'readout.db', work, '--read-only');
const browser = await chromium.launch(chromiumOptions());
const session = new Session(browser, server.address, work, 'readme');
mkdirSync(out, {recursive: true});
for (const [name, where, top, height] of kPictures) {
  const page = await session.look({viewport: {width: 1200, height}, colorScheme: 'light'});
  const answer = await session.visit(page, where);
  expect(answer.status() === 200, where, answer.status());
  await page.locator(top).evaluate(each => scrollTo(0, each.getBoundingClientRect().top - 20));
  await page.screenshot({path: path.join(out, name + '.png'), animations: 'disabled'});
  await page.done();
}
await browser.close();
await server.stop();
rmSync(work, {recursive: true});
