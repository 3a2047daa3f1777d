// Opens reports in a headless Chromium: they render, filter, print nothing to the console and let no document act.
// Arguments: the folder with node_modules, a report of a repository with findings, a report of hostile documents.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const [folder, plain, hostile] = process.argv.slice(2);
const { chromium } = createRequire(pathToFileURL(folder + "/"))("playwright-core");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(file, options) {
  const page = await browser.newPage(options);
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => { said.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url() !== String(pathToFileURL(file))) said.push("request: " + request.url()); });
  await page.goto(String(pathToFileURL(file)));
  return { page, said };
}

const visible = (page) => page.locator(".finding:visible").count();

for (const colorScheme of ["light", "dark"]) {
  const { page, said } = await open(plain, { colorScheme, viewport: { width: 1200, height: 900 } });
  const all = await visible(page);
  assert.ok(all > 20, `${all} findings`);
  assert.equal(await page.locator("svg .mark").count(), all, "each finding has its mark");
  assert.ok(await page.locator("#coverage tbody tr").count() > 10 && await page.locator("#standards tbody tr").count() > 10);
  await page.keyboard.press("/");
  await page.keyboard.type("20000-9 withdrawn");
  const some = await visible(page);
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.equal(await page.locator("#shown").textContent(), `${some} of ${all} findings are shown`);
  await page.keyboard.press("Escape");
  await page.waitForFunction((count) => document.querySelectorAll(".finding:not([hidden])").length === count, all);
  await page.getByLabel("error", { exact: true }).uncheck();
  assert.equal(await page.locator(".finding.error:visible").count(), 0);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".finding:not([hidden])").length === count, all);
  await page.locator("#rule").selectOption("mixed-editions");
  assert.ok(await visible(page) > 0 && await page.locator(".finding[data-rule=withdrawn-standard]:visible").count() === 0);
  await page.locator("#search").fill("no such words");
  assert.equal(await visible(page), 0);
  assert.ok(await page.locator("#none").isVisible());
  const colours = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(colours === "rgb(20, 23, 27)", colorScheme === "dark", colours);
  assert.deepEqual(said, []);
}

{
  const { page, said } = await open(plain, { viewport: { width: 360, height: 740 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `a phone would scroll sideways: ${wide}`);
  const inner = await page.evaluate(() => Array.from(document.querySelectorAll(".wide, .lanes"))
    .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.parentElement.id));
  assert.deepEqual(inner, [], "a phone would scroll sideways inside these");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#filter").isVisible(), false, "paper has no filter");
  assert.equal(await page.getByRole("table").count(), 3, "what looks like no table is still one to who does not see it");
  assert.deepEqual(said, []);
}

{
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(String(pathToFileURL(plain)));
  assert.equal(await page.locator("#filter").isVisible(), false, "without script there is no filter");
  assert.ok(await visible(page) > 20, "without script all is shown");
}

{
  const { page, said } = await open(hostile, {});
  await page.waitForTimeout(300);
  const counts = await page.evaluate(() => ["script", "img", "iframe", "object", "svg [onload]", "form", "base", "meta"]
    .map((name) => document.querySelectorAll(name).length));
  assert.deepEqual(counts, [1, 0, 0, 0, 0, 1, 0, 6]);
  const acts = await page.evaluate(() => Array.from(document.querySelectorAll("*"))
    .flatMap((one) => Array.from(one.attributes)).filter((one) => one.name.startsWith("on") || one.name === "style").length);
  assert.equal(acts, 0);
  assert.ok((await page.locator("body").innerText()).includes("<script>"), "the script of the document is text");
  assert.deepEqual(said, []);
}

await browser.close();
console.log("reports render, filter and stay text");
