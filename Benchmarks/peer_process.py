#!/usr/bin/env python3
"""A peer in a process of its own: says when it is ready, then makes one timed pass for each line "MODE PATH".

    peer_process.py PEER ENCODING          {"ready": …}, then {"seconds", "cpu", "tokens"} for each line
    peer_process.py PEER ENCODING PATH     the number of tokens of one file, and an end: a whole process

Modes: count, encode, docs (one call for each document), ids (a fingerprint of the tokens, not timed).
"""
import json
import pathlib
import sys
import time

START = time.process_time()

import peers  # noqa: E402  the clock runs while modules are loaded


def measured(driver, mode, path):
    data = pathlib.Path(path).read_bytes()
    if mode == "ids":
        ids = driver.ids(driver.prepare(data)) if driver.ids else None
        return {"fingerprint": ids and peers.fingerprint(ids), "tokens": driver.count(driver.prepare(data))}
    parts = [driver.prepare(part) for part in (data.split(b"\0") if mode == "docs" else [data])]
    call = driver.count if mode == "count" else driver.encode
    if call is None:
        return {"error": "has no such call"}
    wall, cpu = time.perf_counter(), time.process_time()
    tokens = sum(map(call, parts))
    return {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "tokens": tokens}


def main():
    name, encoding = sys.argv[1:3]
    driver = peers.PEERS[name][1](encoding)
    driver.count(driver.prepare(b"ready"))
    if len(sys.argv) > 3:
        print(driver.count(driver.prepare(pathlib.Path(sys.argv[3]).read_bytes())))
        return
    print(json.dumps({"ready": True, "load_s": time.process_time() - START}), flush=True)
    for line in sys.stdin:
        mode, path = line.rstrip("\n").split(" ", 1)
        try:
            answer = measured(driver, mode, path)
        except Exception as error:  # a peer that fails is named, and the others go on
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


main()
