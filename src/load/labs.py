#!/usr/bin/env python3
"""Twenty clients ask for long runs without a pause, and somebody else for a default run and pages.

    src/load/labs.py http://127.0.0.1:8080 [seconds] [two-weeks|replications]

Prints how the others fared. Each client has an address of its own on the loopback network, 127.0.1.1 and on.
"""
import http.client
import statistics
import sys
import threading
import time
import urllib.parse

TWO_WEEKS = "/api/v1/labs/auto-scaling/run?duration=14d&policies=simple,step,target-tracking,combined&seed="
REPLICATIONS = (
    "/api/v1/labs/failover/replications?runs=100&duration=1h&writeRate=0.5&readRate=0&clients=100&poolSize=100&backoff=10ms"
    "&requestTimeout=100ms&connectTimeout=100ms&topologies=single-az,multi-az-instance,multi-az-cluster,read-replica"
    "&at=1s:fail-zone:az-a&seed="
)
OTHERS = {
    "default run": ["/api/v1/labs/load-balancing/run", "/api/v1/labs/failover/run", "/api/v1/labs/auto-scaling/run"],
    "pages": ["/", "/labs", "/labs/load-balancing?seed=11", "/labs/failover?seed=11", "/labs/auto-scaling?seed=7"],
}

base = urllib.parse.urlparse(sys.argv[1])
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 30
long_run = REPLICATIONS if len(sys.argv) > 3 and sys.argv[3] == "replications" else TWO_WEEKS
end = time.monotonic() + seconds
statuses = {}


def ask(path, source=None, timeout=120):
    began = time.monotonic()
    connection = http.client.HTTPConnection(base.hostname, base.port, timeout=timeout, source_address=source)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status, time.monotonic() - began
    except OSError:
        return 0, time.monotonic() - began
    finally:
        connection.close()


def client(number):
    seed = number * 1_000_000
    while time.monotonic() < end:
        seed += 1
        status, _ = ask(long_run + str(seed), (f"127.0.1.{number + 1}", 0), max(1, end - time.monotonic()))
        statuses[status] = statuses.get(status, 0) + 1
        if status not in (0, 200):
            time.sleep(0.5)


for addresses in OTHERS.values():
    for address in addresses * 3:
        ask(address)
clients = [threading.Thread(target=client, args=[number]) for number in range(20)]
for each in clients:
    each.start()
time.sleep(2)
taken = {kind: [] for kind in OTHERS}
failed = {kind: 0 for kind in OTHERS}
turn = 0
while time.monotonic() < end - 1:
    for kind, addresses in OTHERS.items():
        for _ in range(1 if kind == "default run" else 8):
            status, took = ask(addresses[turn % len(addresses)])
            turn += 1
            taken[kind].append(took)
            failed[kind] += status != 200
    time.sleep(0.2)
for each in clients:
    each.join()
for kind, times in taken.items():
    times.sort()
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    print(f"{kind}: {len(times)} asked, {failed[kind]} not 200, p50 {statistics.median(times) * 1000:.0f} ms,"
          f" p99 {p99 * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms")
print("long runs answered, by status (0: cut off at the end):", dict(sorted(statuses.items())))
