#!/usr/bin/env python3
"""Runs the program under load against the demo service on loopback, and reports how it fares.

    Scripts/watch-bench.py [--program .build/release/dailies] [--live 10000] [--past 100000] [--minutes 3]
    Scripts/watch-bench.py --clock-speed 100 --minutes 60 --live 200     an hour's soak: four days of the program

Starts `dailies demo-server --populate`, imports what it made up, opens the screens in a tmux of its own (or runs
`dailies watch` where the clock is fast), and every ten seconds notes memory, processor time and requests. Prints a table and a summary.
"""
import argparse, json, os, signal, subprocess, sys, tempfile, time, urllib.request

signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("--program", default=".build/release/dailies")
arguments.add_argument("--live", type=int, default=10_000)
arguments.add_argument("--past", type=int, default=100_000)
arguments.add_argument("--minutes", type=float, default=3)
arguments.add_argument("--rate", type=int, default=10, help="queries_per_second")
arguments.add_argument("--clock-speed", type=float, default=1)
arguments.add_argument("--every", type=float, default=10, help="seconds between two rows")
options = arguments.parse_args()
program = os.path.abspath(options.program)
folder = tempfile.mkdtemp(prefix="dailies-bench-")
environment = dict(os.environ, DAILIES_API_KEY="sk-bench", DAILIES_AUTOSAVE="false", LC_ALL="C.UTF-8",
                   DAILIES_QUERIES_PER_SECOND=str(options.rate), XDG_CONFIG_HOME=folder + "/config", TERM="xterm-256color")
tmux = ["tmux", "-L", "dailies-bench-%d" % os.getpid()]


def figures(pid):
    """Memory in MB and processor seconds of a process."""
    with open("/proc/%d/status" % pid) as status:
        memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    with open("/proc/%d/stat" % pid) as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return memory, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def counts():
    with urllib.request.urlopen(address[:-3] + "/demo/counts") as answer:
        return json.load(answer)


def shown():
    return subprocess.run(tmux + ["capture-pane", "-p"], capture_output=True, text=True).stdout


def until(condition, limit=120):
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > limit:
            sys.exit("nothing came:\n" + shown())
        time.sleep(0.005)
    return time.monotonic() - start


def key_time(key):
    """From a key to another screen, capturing included."""
    before = shown()
    subprocess.run(tmux + ["send-keys", key])
    return until(lambda: shown() != before, 10)


ids = folder + "/takes.ndjson"
within = max(3600, options.minutes * 120) * (options.clock_speed if options.clock_speed > 1 else 1)
service = subprocess.Popen(
    [program, "demo-server", "--populate", str(options.live), "--past", str(options.past), "--within", str(within),
     "--ids", ids], stdout=subprocess.PIPE, text=True)
watcher = None
try:
    address = service.stdout.readline().strip()
    environment["DAILIES_BASE_URL"] = address
    data = ["--data-dir", folder + "/data"]
    start = time.monotonic()
    with open(ids) as lines:
        print(subprocess.run([program, "import", "-"] + data, stdin=lines, env=environment, capture_output=True,
                             text=True, check=True).stdout.strip(), "in %.1f s" % (time.monotonic() - start))
    base = counts()["state_queries"]
    start = time.monotonic()
    if options.clock_speed > 1:
        watcher = subprocess.Popen([program, "watch", "--json", "--clock-speed", str(options.clock_speed)] + data,
                                   env=environment, stdout=subprocess.DEVNULL)
        pid = watcher.pid
    else:
        subprocess.run(tmux + ["-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", program] + data,
                       env=environment, check=True)
        pid = int(subprocess.run(tmux + ["list-panes", "-F", "#{pane_pid}"], capture_output=True,
                                 text=True).stdout)
        print("first frame after %.2f s" % until(lambda: "Dailies" in shown()))
        subprocess.run(tmux + ["send-keys", "F3"])
    print("  time   memory  processor  questions/s  connections (most, opened)  key to screen")
    last, memories, keys = (start, 0.0, base), [], []
    while time.monotonic() - start < options.minutes * 60:
        time.sleep(options.every)
        now, (memory, used), count = time.monotonic(), figures(pid), counts()
        span = now - last[0]
        delay = None
        if options.clock_speed == 1:
            delay = max(key_time(key) for key in ("j", "NPage", "G", "g"))
            keys.append(delay)
        memories.append(memory)
        print("%4.0f s  %4.0f MB  %7.1f %%  %11.1f  %11d %14d  %s" % (
            now - start, memory, 100 * (used - last[1]) / span, (count["state_queries"] - last[2]) / span,
            count["greatest_connections_at_once"], count["connections_opened"],
            "" if delay is None else "%9.0f ms" % (1000 * delay)), flush=True)
        last = (now, used, count["state_queries"])
    asked, time_run = last[2] - base, last[0] - start
    # Every take is older than five minutes at the end and younger at the start: ten to twenty seconds between two questions.
    ideal = min(options.rate * options.clock_speed, options.live / 20 * options.clock_speed) * time_run
    half = memories[len(memories) // 2:]
    print("questions %d, %.1f a second; the rate allows %d, the schedule wants %d at least" % (
        asked, asked / time_run, options.rate * options.clock_speed * time_run, ideal))
    print("memory %.0f MB, in the second half between %.0f and %.0f" % (memories[-1], min(half), max(half)))
    print("processor %.1f %% of one core" % (100 * last[1] / time_run))
    if keys:
        print("the slowest of four keys took at most %.0f ms" % (1000 * max(keys)))
finally:
    subprocess.run(tmux + ["kill-server"], capture_output=True)
    for process in (watcher, service):
        if process:
            process.terminate()
            process.wait()
