"""The reference MJML compiler in Node, as a peer; left out with a word where Node or the package is missing."""

import json
import shutil
import subprocess
from pathlib import Path

SCRIPT = """
const mjml = require('mjml');
const compile = mjml.default || mjml;
const source = require('fs').readFileSync(0, 'utf8');
(async () => {
  for (let i = 0; i < 3; i++) await compile(source, {fonts: {}});
  const taken = [];
  for (let i = 0; i < 15; i++) {
    const start = process.hrtime.bigint();
    await compile(source, {fonts: {}});
    taken.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  taken.sort((a, b) => a - b);
  console.log(JSON.stringify(taken[7]));
})();
"""


def node_seconds(source: str, folder: Path) -> float | str:
    """Return the median seconds of the Node compiler, or why it could not be asked."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "Node is not installed"
    if not (folder / "node_modules" / "mjml").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        asked = ["npm", "install", "--no-audit", "--no-fund", "--silent", "mjml@5"]
        if subprocess.run(asked, cwd=folder, check=False, capture_output=True).returncode:
            return "the npm package mjml could not be installed"
    done = subprocess.run(["node", "-e", SCRIPT], cwd=folder, input=source, text=True, capture_output=True, check=False)
    return float(json.loads(done.stdout)) if done.returncode == 0 else f"Node failed: {done.stderr.strip()[:80]}"
