/**
 * Builds what the pages load, into the program's static folder. The outputs are committed, so that nobody needs Node to run
 * Sparring; `bundle.sha256` lists every input and output, in the form that `sha256sum -c` reads from the repository's root.
 *
 *   node build.mjs            builds
 *   node build.mjs --check    builds in memory and complains where the committed files differ
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const OUT = join(ROOT, "src/sparring/web/static/sparring");
const BUDGET = 200_000; // bytes of script and style, gzipped, over all pages
const FONTS = {
  "source-serif-4.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "source-serif-4-italic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  "inter.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "jetbrains-mono.woff2": "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
};

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const packageOf = (path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];

/** One bundled file, and the packages that went into it. */
async function bundle(entry, options = {}) {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: ["chrome111", "firefox115", "safari16.4"],
    legalComments: "none", // the licences stand in full in licences.txt
    charset: "utf8",
    logLevel: "warning",
    ...options,
  });
  return { bytes: Buffer.from(result.outputFiles[0].contents), packages: Object.keys(result.metafile.inputs).map(packageOf).filter(Boolean) };
}

/** The licence of every package that is in the bundle, in its own words. */
function licences(packages) {
  const parts = [...new Set(packages)].sort().map((name) => {
    const folder = join(HERE, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name} ${version} ships no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()}\n`;
  });
  const head = "The files beside this one contain the following packages. Their licences:\n\n";
  return Buffer.from(head + parts.join(`\n${"-".repeat(78)}\n\n`));
}

async function outputs() {
  const editor = await bundle("src/editor.ts");
  const version = sha256(editor.bytes).slice(0, 12); // a new editor has a new address, an old one stays in the cache
  const define = { EDITOR_URL: JSON.stringify(`./editor.js?v=${version}`) };
  const app = await bundle("src/app.ts", { define, external: ["./editor.js*"] });
  const css = await bundle("css/app.css", { external: ["*.woff2"] });
  const fonts = Object.entries(FONTS).map(([name, path]) => [`fonts/${name}`, readFileSync(join(HERE, "node_modules", path))]);
  const packages = [editor, app, css].flatMap((b) => b.packages).concat(Object.values(FONTS).map((p) => packageOf(`node_modules/${p}`)));
  return { "app.js": app.bytes, "editor.js": editor.bytes, "app.css": css.bytes, ...Object.fromEntries(fonts), "licences.txt": licences(packages) };
}

/** `sha256  path` for inputs and outputs, paths from the repository's root. */
function listing(made) {
  const inputs = ["build.mjs", "package.json", "package-lock.json", ...["src", "css"].flatMap((folder) => readdirSync(join(HERE, folder)).map((file) => `${folder}/${file}`))];
  const lines = inputs.map((path) => [relative(ROOT, join(HERE, path)), readFileSync(join(HERE, path))]);
  for (const [name, bytes] of Object.entries(made)) lines.push([relative(ROOT, join(OUT, name)), bytes]);
  const written = lines.map(([path, bytes]) => `${sha256(bytes)}  ${path.split(sep).join("/")}`);
  return Buffer.from(written.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("\n") + "\n");
}

const made = await outputs();
made["bundle.sha256"] = listing(made);
const sizes = ["app.js", "editor.js", "app.css"].map((name) => [name, gzipSync(made[name], { level: 9 }).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [name, size] of sizes) console.log(`${name.padEnd(10)} ${(size / 1000).toFixed(1).padStart(6)} kB gzip`);
if (total > BUDGET) throw new Error(`script and style take ${total} bytes gzipped; the budget is ${BUDGET}`);

if (process.argv.includes("--check")) {
  const differing = Object.keys(made).filter((name) => !existsSync(join(OUT, name)) || !readFileSync(join(OUT, name)).equals(made[name]));
  if (differing.length) {
    console.error(`Not what the sources build: ${differing.join(", ")}. Run \`npm run build\` in frontend/ and commit what it writes.`);
    process.exit(1);
  }
} else {
  rmSync(OUT, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(made)) {
    mkdirSync(dirname(join(OUT, name)), { recursive: true });
    writeFileSync(join(OUT, name), bytes);
  }
}
