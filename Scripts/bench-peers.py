#!/usr/bin/env python3
"""Measures the whole program beside others, in one interleaved run, and prints one table.

    Scripts/bench-peers.py --lab FOLDER [--out docs/performance.md] [--only typing,lists] [--quick] [--large]

FOLDER is the laboratory: measure.py, polling.py and download.py run programs in pseudo-terminals and clients against a
server on loopback, and say in their README what each figure means. A peer that is missing is named, and its rows say so.
Data, the laboratory's binaries and its Python packages are kept in --work and used again. With --out the table is
written between the two marks of that file.
"""
import argparse, json, os, platform, re, shutil, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("size", "startup", "typing", "paste", "lists", "idle", "live", "layers", "download", "queries")
BEGIN, END = "<!-- figures: written by Scripts/bench-peers.py -->", "<!-- end of figures -->"
PROMPT = "slow dolly in on a lantern workshop at dusk"
WIDTHS = dict(
    letter=1, ideograph=2, mark=1, section=1, alpha=1, ellipsis=1, quotation=1, circledDigit=1, line=1, block=1,
    family=2, skinTone=2, flag=2, keycap=2, emojiSelector=2, textSelector=2, newEmoji=2, conjunct=2)

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("--lab", type=Path, required=True)
arguments.add_argument("--program", type=Path, default=ROOT / ".build/release/dailies")
arguments.add_argument("--work", type=Path, default=ROOT / ".build/peers")
arguments.add_argument("--out", type=Path, help="a Markdown file with the two marks")
arguments.add_argument("--only", default=",".join(PARTS), help="some of " + ", ".join(PARTS))
arguments.add_argument("--quick", action="store_true", help="fewer rounds")
arguments.add_argument("--large", action="store_true", help="also 10 GiB, on the disk of --work (21 GB of it)")
arguments.add_argument("--wait", type=int, default=60, help="seconds a measurement waits for the CPUs to be free")
arguments.add_argument("--port", type=int, default=8173)
options = arguments.parse_args()
lab, work, program = options.lab.resolve(), options.work.resolve(), options.program.resolve()
for script in ("measure.py", "polling.py", "download.py", "mkdata.py"):
    if not (lab / script).is_file():
        sys.exit(f"{options.lab} is not the laboratory: it has no {script}.")
if not os.access(program, os.X_OK):
    sys.exit(f"{options.program} has not been built: make build")

base = f"http://127.0.0.1:{options.port}/v1"
shm = Path(tempfile.mkdtemp(prefix="dailies-peers-", dir="/dev/shm" if os.path.isdir("/dev/shm") else work))
for folder in ("results", "runs", "lab/home/.config"):  # nnn ends where it has no folder for settings
    (work / folder).mkdir(parents=True, exist_ok=True)
ours = dict(
    DAILIES_API_KEY="sk-bench", DAILIES_BASE_URL=base, DAILIES_LANG="en", DAILIES_QUERIES_PER_SECOND="500",
    DAILIES_SIDECAR="false", XDG_CONFIG_HOME=str(work / "config"))
environment = dict(os.environ, PERF_TMP=str(work / "lab"), PERF_SHM=str(shm), PYTHONDONTWRITEBYTECODE="1", **ours)
rows, missing = [], []


# What is needed

def python():
    """A Python with what the laboratory imports; aiohttp is a peer."""
    found = work / "venv/bin/python"
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    if subprocess.run([found, "-c", "import pyte, aiohttp"], capture_output=True).returncode:
        subprocess.run([found, "-m", "pip", "install", "-q", "pyte", "aiohttp"], check=True)
    return str(found)


def there(*names):
    """Those of the names that are installed, and the floors; what is not is remembered."""
    commands = dict(nc_list10k=None, nc_list100k=None, rawecho=None, ncfloor=None, nc_live=None)
    found = []
    for name in names:
        command = commands.get(name, name)
        if name.startswith("dailies") or command is None or shutil.which(command):
            found.append(name)
        elif name not in missing:
            missing.append(name)
    return found


def run(name, script, *words):
    """The rows of one of the laboratory's measurements, by name; none where it failed."""
    result, errors = work / f"results/{name}.json", work / f"results/{name}.err"
    result.unlink(missing_ok=True)
    words = [str(word) for word in words]
    at = words.index("--") if "--" in words else len(words)
    print(f"{time.strftime('%H:%M:%S')}  {name}", flush=True)
    with errors.open("w") as file:
        subprocess.run([interpreter, lab / script, *words[:at], "--out", result, *words[at:]], cwd=lab, env=environment,
                       stdout=subprocess.DEVNULL, stderr=file)
    for line in errors.read_text(errors="replace").splitlines():
        if line.startswith("LEFT OUT") or "not seen" in line or ": rc " in line or "did not" in line:
            print("          " + line[:110], flush=True)
    return json.loads(result.read_text())["rows"] if result.exists() else []


def measure(name, sub, *words, peers=()):
    return run(name, "measure.py", sub, "-p", ",".join(there(*peers)), "--profiles", work / "profiles.json",
               "--quiet-wait", options.wait, *words)


# The table

def figure(found, name, key, **where):
    for row in found:
        if row["name"] == name and all(row.get(k) == v for k, v in where.items()):
            value = row.get(key)
            return None if value is None or value != value else value
    return None


def plain(value, unit):
    if value is None:
        return "–"
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2g}"
    return f"{text} {unit}".strip()


def compare(metric, value, unit, peer, other, goal, stretch=None):
    """A row of ours beside a peer: the ratio is what counts."""
    ratio = value / other if value is not None and other else None
    add(metric, plain(value, unit), f"{peer} {plain(other, unit)}", ratio, goal, stretch, "x")


def beside(metric, found, name, unit, peer, key, goal, stretch=None):
    """As `compare`, with the same figure of both."""
    compare(metric, figure(found, name, key), unit, peer, figure(found, peer, key), goal, stretch)


def limit(metric, value, unit, goal, stretch=None):
    """A row of ours that stands for itself."""
    add(metric, plain(value, unit), "", value, goal, stretch, unit)


def add(metric, shown, peer, value, goal, stretch, unit):
    said = lambda bound: "" if bound is None else f"{bound:g}{'' if unit == 'x' else ' '}{unit}".strip()
    if value is None:
        verdict = "not measured"
    elif value > goal + 1e-9:
        verdict = "not reached"
    else:
        verdict = "reached" if stretch is None or value > stretch + 1e-9 else "stretch reached"
    ratio = f"{value:.2f}" if unit == "x" and value is not None else ""
    rows.append((metric, shown, peer, ratio, said(goal), said(stretch), verdict))


def table():
    head = ("Metric", "Dailies", "Peer or floor", "Ratio", "Goal", "Stretch", "")
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return f"{os.cpu_count()} CPUs ({model}), {system}, Linux {platform.release().split('-')[0]}"


# Our own data

def template(name, count, status=None, address=base, naming="video_{:08d}"):
    """A data folder with `count` takes as `import` writes them, made once: a terminal that was asked, and `row-` names."""
    folder = work / "templates" / re.sub(r"\W+", "-", f"{name}-{count}-{address}")
    if (folder / "whole").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "cache").mkdir(parents=True)
    (folder / "state").mkdir()
    kept = {"TERM=xterm-256color LANG=C.UTF-8": {"isLight": False, "widths": WIDTHS}}
    (folder / "cache/terminals.json").write_text(json.dumps(kept))
    if count:
        print(f"          {count} takes are written", flush=True)
        known = dict(status=status) if status else {}
        lines = "".join(
            json.dumps(dict(id=naming.format(i), prompt=f"row-{count - 1 - i:07d} {PROMPT}", seconds=8,
                            size="1280x720", created_at=time.time() - (count - i) * 5, **known)) + "\n" for i in range(count))
        subprocess.run([program, "import", "-", "--data-dir", folder], input=lines, text=True, check=True,
                       env=dict(environment, DAILIES_BASE_URL=address), stdout=subprocess.DEVNULL)
    (folder / "whole").touch()
    return folder


def script(name, body):
    path = work / f"{name}.sh"
    path.write_text("#!/bin/sh\nset -e\n" + body + "\n")
    path.chmod(0o755)
    return str(path)


def profiles():
    """How the laboratory starts ours. Where something is typed, every start has a data folder of its own."""
    empty, few, many = template("empty", 0), template("past", 10_000, "failed"), template("past", 100_000, "failed")
    live = template("live", 1_000)
    long = "\x1b[200~" + "\r\r".join([f"{PROMPT}, and again. " * 20] * 38)[:32_000] + "\x1b[201~\r"

    def fresh(name, folder):
        copy = work / "runs" / name
        return ["sh", "-c", f"rm -rf '{copy}'; cp -r '{folder}' '{copy}'; exec '{program}' --data-dir '{copy}'"]

    common = dict(ready="F1 help", env=ours, timeout=30, typing={}, paste={})
    layers = dict(common, cmd=fresh("layers", empty))
    listed = dict(common, scroll=dict(pre="<f3>", pre_ready="row-0000000"))
    every = dict(
        dailies=dict(common, cmd=[str(program), "--data-dir", str(empty)]),
        dailies_100k=dict(listed, cmd=[str(program), "--data-dir", str(many)]),
        dailies_10k=dict(listed, cmd=[str(program), "--data-dir", str(few)]),
        dailies_typed=dict(common, cmd=fresh("typed", empty)),
        dailies_long=dict(common, cmd=fresh("long", empty), typing=dict(pre=long)),
        dailies_live=dict(common, cmd=fresh("live", live)),
        dailies_help=dict(layers, toggle=["<f1>", "Help ─", "<esc>", "!Help ─"]),
        dailies_screens=dict(layers, toggle=["<f3>", r"\[2 Takes\]", "<f2>", r"\[1 Draft\]"]))
    (work / "profiles.json").write_text(json.dumps(every))


# The measurements

def size():
    limit("The program, stripped", program.stat().st_size / 1e6, "MB", 85, 60)


def startup():
    found = measure("startup", "startup", "-n", 5 if options.quick else 15,
                    peers=("rawecho", "ncfloor", "nano", "dailies", "dailies_100k"))
    ready = lambda name: figure(found, name, "ready_p50_ms")
    compare("Start to ready", ready("dailies"), "ms", "nano", ready("nano"), 3, 1.5)
    compare("Start to ready, 100,000 takes", ready("dailies_100k"), "ms", "nano", ready("nano"), 3, 1.5)
    compare("… beside no takes", ready("dailies_100k"), "ms", "no takes", ready("dailies"), 1.1)
    limit("Peak memory at ready", figure(found, "dailies", "peak_rss_mb"), "MB", 16, 12)


def typing():
    for name, title, who, words in (
        ("typing", "Key to echo", "dailies_typed", ()), ("typing-cjk", "… Chinese", "dailies_typed", ("--cjk",)),
        ("typing-long", "… with 32,000 characters", "dailies_long", ())):
        rounds = ("-n", 1, "--keys", 150) if options.quick else ("-n", 3)
        found = measure(name, "typing", *rounds, *words, peers=("rawecho", "ncfloor", "nano", "ne", who))
        for key, share, goal, stretch in (("echo_p50_us", "p50", 1.5, 1.35), ("echo_p99_us", "p99", 2, 1.5)):
            beside(f"{title}, {share}", found, who, "us", "rawecho", key, goal, stretch)
        for peer in ("nano", "ne"):
            beside(f"{title}, p50 beside {peer}", found, who, "us", peer, "echo_p50_us", 1)
        limit(f"{title}, bytes a key", figure(found, who, "bytes_per_key"), "", 8, 4)
        limit(f"{title}, CPU a key", figure(found, who, "cpu_us_per_key"), "us", 150, 100)
        quiet.setdefault("echo", figure(found, who, "echo_p50_us"))


def paste():
    found = measure("paste", "paste", "-n", 2 if options.quick else 5, peers=("rawecho", "nvim", "dailies_typed"))
    for text, title in (("paste64k.txt", "Paste of 64 KiB"), ("paste1m.txt", "Paste of 1 MiB")):
        seen = lambda name: figure(found, name, "seen_p50_ms", text=text)
        compare(title, seen("dailies_typed"), "ms", "nvim", seen("nvim"), 1, 0.8)


def lists():
    rounds = 1 if options.quick else 5
    for count, name, floor in (("10,000", "dailies_10k", "nc_list10k"), ("100,000", "dailies_100k", "nc_list100k")):
        found = measure(name, "scroll", "-n", rounds, peers=(floor, "nnn", name))
        beside(f"List of {count}, a step", found, name, "us", "nnn", "step_p50_us", 1.2, 1)
        beside(f"List of {count}, 1,000 steps at once", found, name, "ms", floor, "flood_ms", 1.5, 1)


def idle():
    found = measure("idle", "idle", "--settle", 8, peers=("dailies",))
    limit("Idle, wake-ups a second", figure(found, "dailies", "wakeups_per_s"), "", 0)
    limit("Idle, bytes a second", figure(found, "dailies", "bytes_per_s"), "", 0)
    limit("Idle, CPU a second", figure(found, "dailies", "cpu_ms_per_s"), "ms", 0)


def client(name, command):
    """A script that makes a history of what it is told to ask, and then becomes our client: `BASE N CONCURRENT`."""
    settings = " ".join(f"{key}='{value}'" for key, value in ours.items())
    lines = r"""printf '{"id":"video_%08d"}\n' $(seq 0 $(($2 - 1)))"""
    rate = 500 if name == "live" else 1000
    return script(name, f"""export {settings}
export DAILIES_BASE_URL="$1/v1" DAILIES_QUERIES="$3" DAILIES_QUERIES_PER_SECOND={rate}
data='{work}/runs/{name}'; rm -rf "$data"; mkdir -p "$data/cache"
cp '{template("empty", 0)}/cache/terminals.json' "$data/cache"
{lines} | '{program}' import - --data-dir "$data" >/dev/null
exec '{program}' {command} --data-dir "$data" """)


def live():
    found = run("live", "polling.py", "clients", "-N", 1000, "-n", 1, "-c", "floor", "--tui", "--warm", 20, "--seconds",
                10, "--name", "dailies", "--", client("live", "open"), "{base}", "{n}", 8)
    polls = plain(figure(found, "dailies", "polls_per_s"), "questions a second")
    limit(f"1,000 live takes on the screen, {polls}: CPU", figure(found, "dailies", "cpu_percent"), "%", 10, 5)
    found = measure("typing-live", "typing", "-n", 1 if options.quick else 3,
                    "--with", f"{{py}} {{lab}}/polling.py serve --port {options.port} --tasks 1000",
                    peers=("rawecho", "nc_live", "dailies_live"))
    echo = figure(found, "dailies_live", "echo_p50_us")
    compare("Key to echo meanwhile", echo, "us", "quiet", quiet.get("echo"), 1.3, 1.1)
    limit("Keys lost meanwhile", figure(found, "dailies_live", "lost"), "", 0)


def layers():
    peers = ("kak", "dailies_help", "dailies_screens")
    found = measure("layers", "toggle", "--times", 15, peers=peers)
    kak = figure(found, "kak", "a_p50_ms")
    compare("A layer opens", figure(found, "dailies_help", "a_p50_ms"), "ms", "kak", kak, 1.5, 1.25)
    compare("Another screen", figure(found, "dailies_screens", "a_p50_ms"), "ms", "kak", kak, 1.5, 1.25)
    limit("Esc closes a layer", figure(found, "dailies_help", "b_p50_ms"), "ms", 10)
    found = measure("layers-kitty", "toggle", "--times", 15, "--kitty", peers=("dailies_help",))
    limit("Esc closes a layer, kitty protocol", figure(found, "dailies_help", "b_p50_ms"), "ms", 1)
    found = measure("resize", "resize", "--times", 10, peers=("vim", "dailies_typed"))
    beside("Another size, painted", found, "dailies_typed", "ms", "vim", "done_p50_ms", 2, 1.5)


def film(path, size):
    """A film of exactly this size, one the program takes for whole: a short one with a free box behind it."""
    clip = next(path for path in sorted((ROOT / "assets/clips").glob("*.mp4"))).read_bytes()
    rest = size - len(clip)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(clip)
        file.write((1).to_bytes(4, "big") + b"free" + rest.to_bytes(8, "big"))
        block = os.urandom(1 << 20)
        for left in range(rest - 16, 0, -len(block)):
            file.write(block[:left])


def download():
    film(shm / "perflab/big.bin", 1 << 30)
    film(shm / "perflab/small.bin", 5_000_000)
    rounds = 2 if options.quick else 5
    peers = ",".join(there("curl", "wget"))
    # The program alone is measured, by what measures the peers: not the shell that lays its data out.
    timed, report = f"'{work}/lab/bin/timed' '{work}/runs/timed.json'", f"cat '{work}/runs/timed.json'"

    def big(name, address, *words):
        ready = template("ready", 1, "completed", address, "big")
        get = script(name, f"""data='{work}/runs/{name}' films="${{1%/*}}/films"
rm -rf "$data" "$films"; cp -r '{ready}' "$data"; mkdir "$films"; export DAILIES_BASE_URL={address}
{trusting if address.startswith("https") else ""}{timed} '{program}' get T001 --out "$films" --data-dir "$data" >/dev/null
mv "$films"/*.mp4 "$1"
{report}""")
        return run(name, "download.py", "big", "-n", rounds, "--port", options.port, "-c", peers, "--name", "dailies",
                   *words, "--", get, "{out}")

    trusting = ""
    found = big("download", base)
    beside("1 GiB", found, "dailies", "s", "curl", "wall_p50_s", 1, 0.8)
    limit("1 GiB, peak memory", figure(found, "dailies", "peak_rss_mb"), "MB", 25)

    # Only the authorities of the system are trusted: the laboratory's is put before them, for this process alone.
    bundle = Path("/etc/ssl/certs/ca-certificates.crt")
    if os.geteuid() == 0 and shutil.which("unshare") and bundle.exists():
        trusted = work / "lab/trusted.pem"
        trusting = (f"cat '{bundle}' '{work}/lab/lab-cert.pem' >'{trusted}'\n"
                    f"unshare -m sh -c 'mount --bind \"$0\" {bundle} && exec \"$@\"' '{trusted}' ")
        found = big("download-tls", base.replace("http:", "https:"), "--tls")
        beside("1 GiB, TLS", found, "dailies", "s", "curl", "wall_p50_s", 1)
    else:
        missing.append("the right to mount (root), for TLS")

    ready = template("ready", 200, "completed")
    save = script("many", f"""data='{work}/runs/many'; rm -rf "$data"; cp -r '{ready}' "$data"
DAILIES_FOLDER="$1" DAILIES_DOWNLOADS="$2" {timed} '{program}' watch --data-dir "$data" >/dev/null
{report}""")
    found = run("download-many", "download.py", "many", "-n", rounds, "--files", 200, "--concurrency", 8, "--port",
                options.port, "-c", peers, "--name", "dailies", "--", save, "{dir}", "{conc}")
    beside("200 films of 5 MB, 8 at a time", found, "dailies", "s", "curl", "wall_p50_s", 1, 0.9)

    if options.large:
        environment["PERF_SHM"] = str(work / "disk")
        film(work / "disk/perflab/big.bin", 10 << 30)
        film(work / "disk/perflab/small.bin", 5_000_000)
        rounds = 1
        found = big("download-large", base, "--mib", 10 << 10)
        limit("10 GiB, peak memory", figure(found, "dailies", "peak_rss_mb"), "MB", 25)
        shutil.rmtree(work / "disk")
        environment["PERF_SHM"] = str(shm)


def queries():
    for count, warm in ((100, 10), (1_000, 15), (10_000, 60)):
        if options.quick and count > 1_000:
            continue
        command = client("queries", "watch --json")
        found = run(f"queries-{count}", "polling.py", "clients", "-N", count, "-n", 1, "-c", "floor,curl,aiohttp",
                    "--warm", warm, "--seconds", 10, "--name", "dailies", "--", command, "{base}", "{n}", "{conc}")
        beside(f"CPU of 1,000 state queries, {count:,} takes", found, "dailies", "ms", "aiohttp", "cpu_ms_per_1000", 1)
        beside("… which curl only fetches", found, "dailies", "ms", "curl", "cpu_ms_per_1000", 1)


quiet = {}
for tool in ("gcc", "openssl"):
    if not shutil.which(tool):
        sys.exit(f"{tool} is missing: the laboratory compiles its floors (gcc, libncurses-dev, libssl-dev).")
try:
    interpreter = python()
    if not (work / "lab/data/paste1m.txt").exists():
        subprocess.run([interpreter, lab / "mkdata.py"], cwd=lab, env=environment, check=True, stdout=subprocess.DEVNULL)
    profiles()
    for part in PARTS:
        if part in options.only.split(","):
            globals()[part]()
finally:
    shutil.rmtree(shm, ignore_errors=True)
    shutil.rmtree(work / "runs", ignore_errors=True)

load = "load {:.1f}".format(os.getloadavg()[1])
report = f"{time.strftime('%Y-%m-%d')}, {machine()}; {load} at the end.\n\n{table()}\n"
if missing:
    report += f"\nMissing: {', '.join(missing)}.\n"
print("\n" + report)
if options.out:
    text = options.out.read_text()
    if BEGIN not in text or END not in text:
        sys.exit(f"{options.out} has no marks for the table.")
    options.out.write_text(text.split(BEGIN)[0] + BEGIN + "\n\n" + report + "\n" + END + text.split(END, 1)[1])
