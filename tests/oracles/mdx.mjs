// usage: node mdx.mjs FILE
//
// Prints what the parser of MDX itself sees in a document, part by part: texts, code, words for pictures, what components
// show of their attributes, and what is exported. markup beside this file installs the parser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// Modules are looked for where the script was started, which is where they were installed.
const require = createRequire(pathToFileURL(`${process.cwd()}/x.mjs`));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const { unified } = await load("unified");
const plugins = await Promise.all(["remark-parse", "remark-mdx", "remark-gfm", "remark-frontmatter"].map(load));
const parser = plugins.reduce((all, plugin) => all.use(plugin.default), unified());

// Attributes that reach the reader's eye, as src/document/mdx/tag.rs has them.
const SHOWN = /^(caption|content|description|header|heading|label|subtitle|summary|text|title|alt)$/;
const INLINE = new Set(["text", "inlineCode", "emphasis", "strong", "delete", "link", "linkReference", "mdxJsxTextElement",
  "footnoteReference", "mdxTextExpression"]);
const parts = [];

function walk(node) {
  const apart = !INLINE.has(node.type);
  if (apart) parts.push(" ");
  if (["text", "inlineCode", "code", "yaml", "toml"].includes(node.type)) parts.push(node.value);
  if (["image", "imageReference"].includes(node.type)) parts.push(node.alt ?? "");
  if (node.type === "mdxjsEsm") {
    parts.push(...node.value.split("\n").filter((line, at, all) => !/^import /.test(line)).map((line) => `${line}\n`));
  }
  for (const one of node.attributes ?? []) {
    if (SHOWN.test(one.name) && typeof one.value === "string") parts.push(` ${one.value} `);
  }
  if (/^mdx(Flow|Text)Expression$/.test(node.type)) {
    const quoted = /^\s*(["'`])([^$]*)\1\s*$/.exec(node.value);
    if (quoted) parts.push(quoted[2]);
  }
  (node.children ?? []).forEach(walk);
  if (apart) parts.push(" ");
}

walk(parser.parse(readFileSync(process.argv[2], "utf8")));
console.log(parts.join(""));
