// Evaluates generated JavaScript modules: node evaluate.mjs FOLDER NAMES POINTS; writes name, kind and values, one line each.
import { readFileSync } from "node:fs";

const [folder, names, points] = process.argv.slice(2);
const words = file => readFileSync(file, "utf8").split(/\s+/).filter(word => word.length > 0);
const x = words(points).map(Number);
for (const name of words(names)) {
  const module = await import(`${folder}/${name}.mjs`);
  for (const [key, f] of Object.entries(module)) {
    console.log([name, key.endsWith("Slope") ? "slope" : key.endsWith("Curvature") ? "curvature" : "value", ...x.map(v => f(v))].join(" "));
  }
}
