#!/usr/bin/env python3
"""Checks Zhaogao's publication log without any of its code, from docs/reference/publication-log.md alone.

  verify_log.py proof FILE [VKEY]   a proof file, with the key in it unless one is named
  verify_log.py log URL VKEY        a whole log, e.g. http://127.0.0.1:8080/log

Prints one JSON document. Exit code 0 verified, 1 not, 3 when the `cryptography` package is not installed.
"""
import base64, hashlib, json, struct, sys, urllib.request

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    sys.exit(3)


def sha(data):
    return hashlib.sha256(data).digest()


def canonical(value):  # JCS for keys in the basic plane, which is all we use
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checkpoint(note, vkey):
    """(size, root) of a signed checkpoint."""
    name, key_id, material = vkey.split("+", 2)
    material = base64.b64decode(material, validate=True)
    assert material[0] == 1 and sha(name.encode() + b"\n" + material)[:4].hex() == key_id, "vkey"
    text, signatures = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :]
    mine = [line.split(" ")[2] for line in signatures.splitlines() if line.startswith(f"— {name} ")]
    signature = base64.b64decode(mine[0], validate=True)
    assert signature[:4].hex() == key_id, "key ID"
    Ed25519PublicKey.from_public_bytes(material[1:]).verify(signature[4:], text.encode())
    origin, size, root = text.splitlines()[:3]
    assert origin == name, "origin"
    return int(size), base64.b64decode(root)


def root_from_path(leaf, index, size, path):
    """The root an inclusion proof leads to, following PATH of RFC 6962 downwards."""
    if size == 1:
        assert not path, "proof too long"
        return leaf
    k = 1 << (size - 1).bit_length() - 1
    if index < k:
        return sha(b"\1" + root_from_path(leaf, index, k, path[:-1]) + path[-1])
    return sha(b"\1" + path[-1] + root_from_path(leaf, index - k, size - k, path[:-1]))


def mth(hashes):
    """MTH of RFC 6962 over leaf hashes."""
    if not hashes:
        return sha(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = 1 << (len(hashes) - 1).bit_length() - 1
    return sha(b"\1" + mth(hashes[:k]) + mth(hashes[k:]))


def check_proof(text, vkey=None):
    head, note = text.split("\n\n", 1)
    version, extra, index, *path = head.split("\n")
    assert version == "c2sp.org/tlog-proof@v1", "version"
    extra = json.loads(base64.b64decode(extra.removeprefix("extra "), validate=True))
    index, path = int(index.removeprefix("index ")), [base64.b64decode(line) for line in path]
    size, root = checkpoint(note, vkey or extra["vkey"])
    data = extra["entry"].encode()
    assert root_from_path(sha(b"\0" + data), index, size, path) == root, "inclusion"
    entry = json.loads(data)
    assert canonical(entry).encode() == data, "canonical"
    if extra["record"] is not None:
        assert sha(extra["record"].encode()).hex() == entry["record"], "record"
    return {"index": index, "size": size, "entry": entry}


def check_log(url, vkey):
    def get(path):
        return urllib.request.urlopen(f"{url}/{path}", timeout=30).read()

    def name(kind, n, width):
        groups = f"{n:0{-(-len(str(n)) // 3) * 3}d}"
        parts = [groups[at : at + 3] for at in range(0, len(groups), 3)]
        path = "/".join(["x" + part for part in parts[:-1]] + parts[-1:])
        return f"tile/{kind}/{path}" + (f".p/{width}" if width < 256 else "")

    size, root = checkpoint(get("checkpoint").decode(), vkey)
    leaves = []
    while len(leaves) < size:
        n, width = len(leaves) // 256, min(256, size - len(leaves))
        bundle, at = get(name("entries", n, width)), 0
        while at < len(bundle):
            end = at + 2 + struct.unpack_from(">H", bundle, at)[0]
            leaves.append(sha(b"\0" + bundle[at + 2 : end]))
            at = end
    assert len(leaves) == size and mth(leaves) == root, "root"
    hashes, level = leaves, 0
    while hashes:
        for n in range(-(-len(hashes) // 256)):
            tile = hashes[n * 256 : n * 256 + 256]
            assert get(name(level, n, len(tile))) == b"".join(tile), f"tile {level}/{n}"
        full = range(0, len(hashes) - 255, 256)
        hashes, level = [mth(hashes[at : at + 256]) for at in full], level + 1
    return {"size": size, "root": root.hex()}


if __name__ == "__main__":
    try:
        if sys.argv[1] == "proof":
            answer = check_proof(open(sys.argv[2], encoding="utf-8", newline="").read(), *sys.argv[3:4])
        else:
            answer = check_log(sys.argv[2].rstrip("/"), sys.argv[3])
    except (AssertionError, InvalidSignature, ValueError, IndexError, OSError) as error:
        print(json.dumps({"ok": False, "reason": str(error) or type(error).__name__}))
        sys.exit(1)
    print(json.dumps({"ok": True, **answer}, ensure_ascii=False))
