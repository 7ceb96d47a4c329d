#!/usr/bin/env python3
"""Checks a sealed bag of Fourfold, or one proof, without Fourfold and without a network.

    python3 verify.py BAG [--key VKEY] [--lang en|es]
    python3 verify.py PROOF.tlog-proof (--key VKEY | --policy FILE) [--lang en|es]

It needs Python 3.8 or later and nothing else, writes no file, and says in plain words what is proved, by whose
keys, what is not proved, and where the first fault is. Exit status: 0 everything holds, 1 there is a fault,
2 called wrongly, 3 the verifier itself failed and says nothing of the bag.

It was written from these texts alone, apart from the other verifier (verify.jar):
docs/formats/ledger.md and docs/formats/bag.md of Fourfold; RFC 8032 (Ed25519), RFC 9162 (Merkle tree),
RFC 8785 (canonical JSON), RFC 8493 (BagIt), RFC 3161 (time stamps), RFC 4648 (base64), APPNOTE.TXT (ZIP), and
C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy, tlog-proof, tlog-tiles (https://c2sp.org).

Read it from the top: the primitives first, then the container, then the ten steps of bag.md in their order.
"""
from __future__ import annotations

import argparse
import base64
import datetime
import decimal
import functools
import hashlib
import json
import os
import re
import stat
import struct
import sys
import zlib
from typing import Dict, Iterator, List, NamedTuple, Optional, Set, Tuple, Union

MAX_FILES = 2_000_000
MAX_PATH = 512
MAX_SMALL = 65_536
MAX_BODY = 16 * 1024 * 1024
MAX_OPENED = 24 * 1024 * 1024
MAX_MANIFEST = 512 * 1024 * 1024
MAX_MANIFEST_LINE = 4_096
MAX_SIZE = 1 << 40
MAX_ENTRY = 1_024
MAX_BUNDLE = 256 * (2 + MAX_ENTRY)
MAX_PATH_HASHES = 63
MAX_TIME = 253_402_300_799  # the last second of the year 9999
CHUNK = 1 << 20


class Fault(Exception):
    """A fault of what was given: its code in bag.md, and the place where it is (bytes when not even text)."""

    def __init__(self, code: str, place: Union[str, bytes]):
        super().__init__(code)
        self.code = code
        self.place = place


# ---------------------------------------------------------------------------------------------- small tools

def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def from_base64(text: bytes) -> bytes:
    """RFC 4648 section 4, padded; unused bits must be zero, so that each value has one spelling only."""
    value = base64.b64decode(text, validate=True)
    if base64.b64encode(value) != text:
        raise ValueError("not the one spelling of this value in base64")
    return value


def hash_from_base64(text: bytes) -> bytes:
    value = from_base64(text)
    if len(value) != 32:
        raise ValueError("not 32 bytes")
    return value


def whole_number(text: Union[str, bytes]) -> int:
    """A decimal number without leading zeros, below 2^40."""
    if isinstance(text, bytes):
        text = text.decode("ascii")
    if not re.fullmatch(r"0|[1-9][0-9]{0,12}", text) or int(text) >= MAX_SIZE:
        raise ValueError("not a whole number below 2^40")
    return int(text)


# ---------------------------------------------------------------------------------- Ed25519: RFC 8032, section 5.1
# Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z, as in section 5.1.4. Nothing here is secret, so
# nothing here needs to take constant time.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)
Point = Tuple[int, int, int, int]


def add_points(a: Point, b: Point) -> Point:
    """Section 5.1.4; complete, so it doubles as well."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    m, n, o, q = f - e, h - g, h + g, f + e
    return (m * n % P, o * q % P, n * o % P, m * q % P)


def decode_point(data: bytes) -> Optional[Point]:
    """Section 5.1.3; None when this is not the one canonical encoding of a point on the curve."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x_squared = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x_squared, (P + 3) // 8, P)
    if x * x % P != x_squared:
        x = x * SQRT_OF_MINUS_1 % P
    if x * x % P != x_squared or (x == 0 and sign == 1):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def usable_point(data: bytes) -> Optional[Point]:
    """A canonical point that is not one of the eight of low order: [8]point is not the neutral element."""
    point = decode_point(data) if len(data) == 32 else None
    if point is None:
        return None
    eightfold = point
    for _ in range(3):
        eightfold = add_points(eightfold, eightfold)
    return None if eightfold[0] == 0 else point


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little")) or NEUTRAL


def ed25519_valid(public: bytes, message: bytes, signature: bytes) -> bool:
    """Section 5.1.7 in its strict form, without the cofactor: [S]B = R + [k]A. See ledger.md, Signatures."""
    if len(signature) != 64:
        return False
    key, r = usable_point(public), usable_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    minus_key = (P - key[0], key[1], 1, P - key[3])
    both = add_points(BASE, minus_key)
    choice = (None, BASE, minus_key, both)
    total = NEUTRAL
    for bit in range(252, -1, -1):  # [S]B + [k](-A), both at once, from the highest bit down
        total = add_points(total, total)
        term = choice[(s >> bit & 1) | (k >> bit & 1) << 1]
        if term is not None:
            total = add_points(total, term)
    return (total[0] - r[0] * total[2]) % P == 0 and (total[1] - r[1] * total[2]) % P == 0


# ------------------------------------------------------------------------------------ canonical JSON: RFC 8785

ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def canonical_string(text: str) -> str:
    def escape(found):
        return ESCAPES.get(found[0]) or "\\u%04x" % ord(found[0])
    return '"' + re.sub(r'[\x00-\x1f"\\]', escape, text) + '"'


def canonical_number(number: Union[int, float]) -> str:
    """ECMAScript's Number::toString, which RFC 8785 section 3.2.2.3 asks for."""
    if isinstance(number, int):
        return str(number)
    sign, digit_tuple, exponent = decimal.Decimal(repr(number)).normalize().as_tuple()
    digits = "".join(map(str, digit_tuple))
    count, point = len(digits), len(digits) + int(exponent)
    if count <= point <= 21:
        text = digits + "0" * (point - count)
    elif 0 < point <= 21:
        text = digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        fraction = "." + digits[1:] if count > 1 else ""
        text = "%s%se%+d" % (digits[0], fraction, point - 1)
    return "-" + text if sign else text


def canonical_json(value) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return canonical_string(value)
    if isinstance(value, (int, float)):
        return canonical_number(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical_json, value)) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))  # refuses lone surrogates too
    return "{" + ",".join(canonical_string(name) + ":" + canonical_json(value[name]) for name in names) + "}"


def read_json(data: bytes):
    """The value of a JSON text; ValueError for one that is not JSON, or repeats a member's name."""

    def members(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError("a member twice")
        return dict(pairs)

    def number(text):
        value = float(text)
        if value in (float("inf"), float("-inf")):
            raise ValueError("a number beyond a double")
        return int(value) if value.is_integer() and abs(value) < 2**53 else value

    def refuse(text):
        raise ValueError(text + " is not JSON")

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=members, parse_int=number, parse_float=number,
                          parse_constant=refuse)
    except RecursionError:
        raise ValueError("too deep") from None


def read_canonical(data: bytes):
    """The value of a text that is canonical: writing the value anew gives the same bytes."""
    value = read_json(data)
    try:
        if canonical_json(value).encode("utf-8") != data:
            raise ValueError("not canonical")
    except RecursionError:
        raise ValueError("too deep") from None
    return value


# ------------------------------------------------------------- keys, notes, checkpoints: C2SP signed-note and tlog-*

LOG_TYPE, COSIGNER_TYPE = 1, 4
# Control characters and Unicode's property White_Space; a key's name has none of them, and no plus sign.
NO_NAME = re.compile("[\x00-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000+]")


def check_key_name(name: str) -> None:
    if not name or NO_NAME.search(name):
        raise ValueError("not a key's name")


class Key(NamedTuple):
    """A verifier key (vkey) of signed-note."""
    name: str
    id: bytes
    public: bytes
    text: bytes

    def fingerprint(self) -> str:
        return hashlib.sha256(self.text).hexdigest()


def read_key(text: bytes, kind: int) -> Key:
    name, key_id, material = text.split(b"+", 2)
    check_key_name(name.decode("utf-8"))
    typed = from_base64(material)
    if len(typed) != 33 or typed[0] != kind or usable_point(typed[1:]) is None:
        raise ValueError("a key of another type, or no point of the curve that may be used")
    computed = sha256(name + b"\n" + typed)[:4]
    if key_id != computed.hex().encode():
        raise ValueError("not this key's id")
    return Key(name.decode("utf-8"), computed, typed[1:], text)


class Signature(NamedTuple):
    name: str
    key_id: bytes
    value: bytes


class Checkpoint(NamedTuple):
    text: bytes  # what is signed
    origin: str
    size: int
    root: bytes
    signatures: List[Signature]


def read_note(data: bytes) -> Tuple[bytes, List[Signature]]:
    """signed-note, Format: the text with its last newline, and the signature lines."""
    data.decode("utf-8")
    cut = data.rfind(b"\n\n")
    if re.search(rb"[\x00-\x09\x0b-\x1f]", data) or cut < 0 or not data.endswith(b"\n"):
        raise ValueError("not a note")
    signatures = []
    for line in data[cut + 2:-1].split(b"\n"):
        dash, name, value = line.decode("utf-8").split(" ")
        signature = from_base64(value.encode("ascii"))
        check_key_name(name)
        if dash != "\u2014" or len(signature) < 5:
            raise ValueError("not a signature line")
        signatures.append(Signature(name, signature[:4], signature[4:]))
    return data[:cut + 1], signatures


def read_checkpoint(data: bytes) -> Checkpoint:
    """tlog-checkpoint, but without extension lines; ValueError when it is not one, or another empty tree than that one."""
    text, signatures = read_note(data)
    origin, size, root, end = text.split(b"\n")
    if not origin or end:
        raise ValueError("not three lines")
    checkpoint = Checkpoint(text, origin.decode("utf-8"), whole_number(size), hash_from_base64(root), signatures)
    if checkpoint.size == 0 and checkpoint.root != EMPTY_ROOT:
        raise ValueError("nothing has one root only")
    return checkpoint


def cosignature_time(key: Key, text: bytes, signature: bytes) -> Optional[int]:
    """tlog-cosignature, Ed25519: when it was signed, in seconds since 1970; None when it is wrong."""
    if len(signature) != 72:
        return None
    time = int.from_bytes(signature[:8], "big")
    message = b"cosignature/v1\ntime %d\n" % time + text
    return time if time <= MAX_TIME and ed25519_valid(key.public, message, signature[8:]) else None


class Policy(NamedTuple):
    """tlog-policy with exactly one log. Names of witnesses and groups are bytes."""
    log: Key
    witnesses: Dict[bytes, Key]
    groups: Dict[bytes, Tuple[int, List[bytes]]]
    quorum: bytes

    def met_by(self, cosigners) -> bool:
        met = set(cosigners) | {b"none"}
        for name, (needed, members) in self.groups.items():  # a group names only what stands before it
            if sum(member in met for member in members) >= needed:
                met.add(name)
        return self.quorum in met


def read_policy(data: bytes) -> Policy:
    if re.search(rb"[^\t\n\x20-\x7e\x80-\xff]", data) or (data and not data.endswith(b"\n")):
        raise ValueError("a character that is not allowed, or a line without an end")
    logs: List[Key] = []
    witnesses: Dict[bytes, Key] = {}
    groups: Dict[bytes, Tuple[int, List[bytes]]] = {}
    quorums: List[bytes] = []
    used: Set[bytes] = set()
    for line in data.split(b"\n"):
        items = [item for item in re.split(rb"[ \t]+", line) if item]
        if not items or items[0].startswith(b"#"):
            continue
        word, names = items[0], items[1:]
        defined = set(witnesses) | set(groups)
        if word in (b"witness", b"group") and not (defined | {b"none"}).isdisjoint(names[:1]):
            raise ValueError("a name twice, or none as a name")
        if word == b"log" and len(names) in (1, 2):
            logs.append(read_key(names[0], LOG_TYPE))
        elif word == b"witness" and len(names) in (2, 3):
            witnesses[names[0]] = read_key(names[1], COSIGNER_TYPE)
        elif word == b"group" and len(names) >= 3:
            groups[names[0]] = read_group(names[1], names[2:], defined, used)
        elif word == b"quorum" and len(names) == 1 and names[0] in defined | {b"none"}:
            quorums.append(names[0])
        else:
            raise ValueError("not a line of a policy")
    keys = list(witnesses.values())
    if len({key.public for key in keys}) != len(keys) or len({(key.name, key.id) for key in keys}) != len(keys):
        raise ValueError("a witness twice")
    if len(logs) != 1 or len(quorums) != 1:
        raise ValueError("not one log and one quorum")
    return Policy(logs[0], witnesses, groups, quorums[0])


def read_group(needed: bytes, members: List[bytes], defined: Set[bytes], used: Set[bytes]) -> Tuple[int, List[bytes]]:
    for member in members:
        if member not in defined or member in used:
            raise ValueError("a member that is not defined, or in a group already")
        used.add(member)
    number = {b"any": b"1", b"all": b"%d" % len(members)}.get(needed, needed)
    if not re.fullmatch(rb"[1-9][0-9]{0,5}", number) or int(number) > len(members):
        raise ValueError("not a number of members")
    return int(number), members


class Vouched(NamedTuple):
    """Who signed a checkpoint: the time of each witness that did, and the names of lines that are not counted."""
    times: Dict[bytes, int]
    uncounted: List[str]


def check_signatures(checkpoint: Checkpoint, policy: Policy, family: str, place: str) -> Vouched:
    """The log's signature first, then each line that names a witness of the policy."""
    log = policy.log
    own = [line for line in checkpoint.signatures if (line.name, line.key_id) == (log.name, log.id)]
    if not own:
        raise Fault(family + ".unsigned", place)
    if not all(ed25519_valid(log.public, checkpoint.text, line.value) for line in own):
        raise Fault(family + ".signature", place)
    known = {(key.name, key.id): name for name, key in policy.witnesses.items()}
    times: Dict[bytes, int] = {}
    uncounted = []
    for line in checkpoint.signatures:
        witness = known.get((line.name, line.key_id))
        if witness is None:
            if line not in own:
                uncounted.append(line.name)
            continue
        time = cosignature_time(policy.witnesses[witness], checkpoint.text, line.value)
        if time is None:
            raise Fault(family + ".cosignature", place)
        times[witness] = max(time, times.get(witness, 0))
    return Vouched(times, uncounted)


# ---------------------------------------------------------------------------------------- the tree: RFC 9162

EMPTY_ROOT = sha256(b"")


def leaf_hash(entry: bytes) -> bytes:
    return sha256(b"\x00" + entry)


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right)


def tree_root(hashes: bytes) -> bytes:
    """Section 2.1.1 over hashes of 32 bytes, one after the other: pairs are hashed, an odd last one moves up."""
    hash_of = hashlib.sha256
    while len(hashes) > 32:
        paired = len(hashes) // 64 * 64
        nodes = [hash_of(b"\x01" + hashes[at:at + 64]).digest() for at in range(0, paired, 64)]
        hashes = b"".join(nodes) + hashes[paired:]
    return hashes


def included(index: int, size: int, leaf: bytes, path: List[bytes], root: bytes) -> bool:
    """Section 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, computed = index, size - 1, leaf
    for step in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            computed = node_hash(step, computed)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            computed = node_hash(computed, step)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and computed == root


def consistent(first: int, second: int, first_root: bytes, second_root: bytes, path: List[bytes]) -> bool:
    """Section 2.1.4.2, for 0 < first; equal sizes have an empty path."""
    if first == second:
        return not path and first_root == second_root
    if not 0 < first < second or not path:
        return False
    if first & (first - 1) == 0:
        path = [first_root] + path
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    old = new = path[0]
    for step in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            old, new = node_hash(step, old), node_hash(step, new)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = node_hash(new, step)
        fn, sn = fn >> 1, sn >> 1
    return old == first_root and new == second_root and sn == 0


def tile_path(level: Union[int, str], index: int, width: int) -> str:
    """tlog-tiles: 1234067 is x001/x234/067; a tile that is not full says how wide it is."""
    parts = ["%03d" % (index % 1000)]
    while index >= 1000:
        index //= 1000
        parts.insert(0, "x%03d" % (index % 1000))
    return "data/tile/%s/%s%s" % (level, "/".join(parts), "" if width == 256 else ".p/%d" % width)


# ------------------------------------------------------------------------------------------- an entry: ledger.md

# The members stand in RFC 8785's order and none of their values needs an escape, so one pattern says both that
# the bytes are canonical JSON and that they are an entry. Groups: at, its date, commitment.
ENTRY = re.compile(
    rb'\{"at":"(((?:19[7-9]\d|[2-9]\d{3})-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z)"'
    rb'(?:,"by":"[0-9a-f]{32}")?'
    rb',"commitment":"([0-9a-f]{64})"'
    rb',"epoch":[1-9]\d{0,8}'
    rb'(?:,"of":"[0-9a-f]{32}")?'
    rb'(?:,"purpose":"[a-z][a-z0-9_-]{0,39}")?'
    rb',"type":"[a-z0-9][a-z0-9._-]{0,63}","v":1\}')


@functools.lru_cache(maxsize=4096)
def real_date(text: bytes) -> bool:
    try:
        datetime.date(int(text[:4]), int(text[5:7]), int(text[8:10]))
        return True
    except ValueError:
        return False


def read_entry(entry: bytes):
    """The match of a good entry; None when it is not one."""
    found = ENTRY.fullmatch(entry)
    return found if found and len(entry) <= MAX_ENTRY and real_date(found[2]) else None


def split_bundle(bundle: bytes, count: int) -> List[bytes]:
    """tlog-tiles: each entry after its length, two bytes, big-endian."""
    entries, at = [], 0
    for _ in range(count):
        if at + 2 > len(bundle):
            raise ValueError("too few entries")
        end = at + 2 + (bundle[at] << 8 | bundle[at + 1])
        entries.append(bundle[at + 2:end])
        at = end
    if at != len(bundle):
        raise ValueError("cut off, or too many entries")
    return entries


class Proof(NamedTuple):
    """tlog-proof; its `extra` line is the entry."""
    entry: bytes
    index: int
    path: List[bytes]
    checkpoint: bytes


def read_proof(data: bytes) -> Proof:
    head, blank, checkpoint = data.partition(b"\n\n")
    version, extra, index, *path = head.split(b"\n")
    if (version, extra[:6], index[:6], blank) != (b"c2sp.org/tlog-proof@v1", b"extra ", b"index ", b"\n\n"):
        raise ValueError("not a proof with an entry")
    if len(extra) == 6 or len(path) > MAX_PATH_HASHES:
        raise ValueError("no entry, or more hashes than any tree needs")
    return Proof(from_base64(extra[6:]), whole_number(index[6:]), [hash_from_base64(line) for line in path], checkpoint)


# ------------------------------------------------------------------------------------------ time stamps: RFC 3161

SEQUENCE, SET, INTEGER, OCTETS, NULL, OID, EXPLICIT_0, GENERALIZED_TIME = 0x30, 0x31, 2, 4, 5, 6, 0xa0, 0x18
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
TST_INFO = bytes.fromhex("2a864886f70d0109100104")
SHA_256 = bytes.fromhex("608648016503040201")


def der_values(data: bytes) -> List[Tuple[int, bytes]]:
    """All values that stand side by side in these bytes, as (tag, content); X.690 section 10.1: shortest lengths."""
    values, at = [], 0
    while at < len(data):
        if at + 2 > len(data) or data[at] & 0x1f == 0x1f:
            raise ValueError("cut off, or a long tag")
        tag, length, at = data[at], data[at + 1], at + 2
        if length >= 0x80:
            count = length & 0x7f
            length = int.from_bytes(data[at:at + count], "big")
            if not 1 <= count <= 4 or at + count > len(data) or length < 0x80 or data[at] == 0:
                raise ValueError("not the shortest length")
            at += count
        if at + length > len(data):
            raise ValueError("cut off")
        values.append((tag, data[at:at + length]))
        at += length
    return values


def der_inside(value: Tuple[int, bytes], tag: int, *tags: int) -> List[Tuple[int, bytes]]:
    """The values inside one of this tag; the first of them have the tags named."""
    inside = der_values(value[1]) if value[0] == tag else []
    if value[0] != tag or tuple(member[0] for member in inside[:len(tags)]) != tags:
        raise ValueError("another structure")
    return inside


def read_timestamp(data: bytes) -> Tuple[bool, bytes, str]:
    """Whether the imprint is by SHA-256, the imprint, and the time, of a granted response (RFC 3161 section 2.4.2)."""
    outer = der_values(data)
    if len(outer) != 1:
        raise ValueError("not one response")
    status, token = der_inside(outer[0], SEQUENCE, SEQUENCE, SEQUENCE)
    if der_inside(status, SEQUENCE, INTEGER)[0][1] not in (b"\x00", b"\x01"):
        raise ValueError("not granted")
    content_type, content = der_inside(token, SEQUENCE, OID, EXPLICIT_0)
    signed, = der_inside(content, EXPLICIT_0, SEQUENCE)
    encapsulated = der_inside(signed, SEQUENCE, INTEGER, SET, SEQUENCE)[2]
    info_type, info_holder = der_inside(encapsulated, SEQUENCE, OID, EXPLICIT_0)
    octets, = der_inside(info_holder, EXPLICIT_0, OCTETS)
    info, = der_values(octets[1])
    version, _, imprint, _, time = der_inside(info, SEQUENCE, INTEGER, OID, SEQUENCE, INTEGER, GENERALIZED_TIME)[:5]
    algorithm, digest = der_inside(imprint, SEQUENCE, SEQUENCE, OCTETS)
    named = der_inside(algorithm, SEQUENCE, OID)
    if (content_type[1], info_type[1], version[1]) != (SIGNED_DATA, TST_INFO, b"\x01"):
        raise ValueError("not a time-stamp token")
    said = re.fullmatch(rb"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z", time[1])
    if not said:
        raise ValueError("not a time in UTC")
    text = "%s-%s-%s %s:%s:%s UTC" % tuple(part.decode() for part in said.groups())
    return named[0][1] == SHA_256 and named[1:] in ([], [(NULL, b"")]), digest[1], text


# --------------------------------------------------------------------- step 1: the container, a folder or a ZIP

def unsafe(path: str) -> bool:
    """bag.md step 1: absolute, an empty, `.` or `..` part, a backslash, a control character."""
    dangerous = re.search(r"[\x00-\x1f\x7f-\x9f\\]|^[A-Za-z]:", path)
    return dangerous is not None or not {"", ".", ".."}.isdisjoint(path.split("/"))


def limit_of(path: str) -> int:
    """How many bytes a file may have; documents, tiles and the verifiers have no limit of their own."""
    if path.startswith("data/opened/"):
        return MAX_OPENED
    if path in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        return MAX_MANIFEST
    small = r"bagit\.txt|bag-info\.txt|data/(seal\.json|policy|checkpoint|proof/.*|earlier/.*)"
    return MAX_SMALL if re.fullmatch(small, path) else sys.maxsize


class Container:
    """What a folder and a ZIP have in common: `files` gives each file's size by its path in the bag."""

    def __init__(self) -> None:
        self.files: Dict[str, int] = {}

    def chunks(self, path: str) -> Iterator[bytes]:
        raise NotImplementedError

    def read(self, path: str) -> bytes:
        return b"".join(self.chunks(path))

    def close(self) -> None:
        """Lets go of what is held open."""

    def check_names(self, paths: List[str], folders: Set[str]) -> None:
        """The rest of step 1, when every path is known to be safe. Python orders text as UTF-8 orders its bytes."""
        parents: Set[str] = set()
        for path in paths + [folder + "/" for folder in folders]:
            while "/" in path:
                path = path.rpartition("/")[0]
                if path in parents:
                    break
                parents.add(path)
        lower: Set[str] = set()
        for path in sorted(paths):
            same = re.sub("[A-Z]+", lambda found: found[0].lower(), path)
            if same in lower or path in parents:
                raise Fault("bag.duplicate", path)
            lower.add(same)
        for path in sorted(self.files):
            if len(path.encode()) > MAX_PATH or self.files[path] > limit_of(path):
                raise Fault("bag.limit", path)


class Folder(Container):

    def __init__(self, top: str) -> None:
        super().__init__()
        self.top = top
        self.count = 0
        bad: List[bytes] = []
        waiting = [""]
        while waiting:
            self.list_folder(waiting.pop(), waiting, bad)
        if bad:
            raise Fault("bag.path", min(bad))
        self.check_names(list(self.files), set())

    def list_folder(self, folder: str, waiting: List[str], bad: List[bytes]) -> None:
        try:
            with os.scandir(os.path.join(self.top, folder)) as listing:
                for item in listing:
                    self.count += 1
                    if self.count > MAX_FILES:
                        raise Fault("bag.limit", "")
                    path = folder + item.name
                    kind = item.stat(follow_symlinks=False)
                    raw = os.fsencode(path)
                    if raw != path.encode("utf-8", "replace") or unsafe(path):
                        bad.append(raw)
                    elif stat.S_ISDIR(kind.st_mode):
                        waiting.append(path + "/")
                    elif stat.S_ISREG(kind.st_mode):
                        self.files[path] = kind.st_size
                    else:
                        bad.append(raw)
        except OSError:
            raise Fault("bag.unreadable", os.fsencode(folder.rstrip("/"))) from None

    def chunks(self, path: str) -> Iterator[bytes]:
        try:
            with open(os.path.join(self.top, path), "rb") as file:
                while True:
                    chunk = file.read(CHUNK)
                    if not chunk:
                        return
                    yield chunk
        except OSError:
            raise Fault("bag.unreadable", path) from None


class ZipEntry(NamedTuple):
    name: bytes
    offset: int
    packed: int
    size: int
    method: int
    crc: int
    plain: bool  # a file or a folder, with a name that every program reads alike


class Zip(Container):
    """A ZIP archive (APPNOTE.TXT 6.3), read strictly: bag.md, The ZIP."""

    def __init__(self, file) -> None:
        super().__init__()
        self.file = file
        self.length = file.seek(0, os.SEEK_END)
        self.entries: Dict[str, Tuple[ZipEntry, int]] = {}
        try:
            listed, directory = self.read_directory()
            starts = self.data_starts(listed, directory)
        except (struct.error, OSError, ValueError):
            raise Fault("bag.unreadable", "") from None
        top = self.name_files(listed)
        paths = []
        for entry in listed:
            path = entry.name.decode()[len(top):]
            if path and not path.endswith("/"):
                paths.append(path)
                self.files[path] = entry.size
                self.entries[path] = (entry, starts[entry.offset])
        self.check_names(paths, {entry.name.decode()[len(top):-1] for entry in listed if entry.name.endswith(b"/")})

    def close(self) -> None:
        self.file.close()

    def at(self, offset: int, count: int) -> bytes:
        if not 0 <= offset <= self.length - count:
            raise ValueError("beyond the file's end")
        self.file.seek(offset)
        return self.file.read(count)

    def read_directory(self) -> Tuple[List[ZipEntry], int]:
        """APPNOTE 4.3.12 to 4.3.16: the entries, and where the central directory begins."""
        tail = self.at(max(0, self.length - 65_557), min(self.length, 65_557))
        place = len(tail)
        while True:
            place = tail.rfind(b"PK\x05\x06", 0, place)
            if place < 0:
                raise ValueError("no end record")
            if place + 22 <= len(tail) and place + 22 + struct.unpack_from("<H", tail, place + 20)[0] == len(tail):
                break
            place += 3
        end = self.length - len(tail) + place
        disk, first_disk, here, count, size, start = struct.unpack_from("<4H2L", tail, place + 4)
        is_large = count == 0xffff or size == 0xffffffff or start == 0xffffffff
        if is_large != (end >= 20 and self.at(end - 20, 4) == b"PK\x06\x07") or here != count:
            raise ValueError("a ZIP64 end record where none is needed, or the other way round")
        if is_large:
            small = (count, size, start)
            count, size, start = self.read_end_64(end)
            for said, none, meant in zip(small, (0xffff, 0xffffffff, 0xffffffff), (count, size, start)):
                if said not in (none, meant):
                    raise ValueError("two end records that differ")
            end -= 76
        if disk or first_disk or start + size != end:
            raise ValueError("more than one disk, or a directory elsewhere")
        if count > MAX_FILES:
            raise Fault("bag.limit", "")
        self.file.seek(start)
        entries = [self.read_header() for _ in range(count)]
        if self.file.tell() != end:
            raise ValueError("a directory of another length")
        return entries, start

    def read_end_64(self, end: int) -> Tuple[int, int, int]:
        """APPNOTE 4.3.14 and 4.3.15: the record of 56 bytes and its locator, right before the end record."""
        _, locator_disk, end64, _ = struct.unpack("<4sLQL", self.at(end - 20, 20))
        mark, length, _, _, disk, first_disk, here, count, size, start = struct.unpack("<4sQ2H2L4Q", self.at(end - 76, 56))
        if mark != b"PK\x06\x06" or length != 44 or locator_disk or disk or first_disk or here != count or end64 != end - 76:
            raise ValueError("no ZIP64 end record")
        return count, size, start

    def read_header(self) -> ZipEntry:
        """APPNOTE 4.3.12; sizes too large for it stand in the extra field 1 (4.5.3)."""
        fields = struct.unpack("<4s6H3L5H2L", self.file.read(46))
        flags, method, packed, size = fields[3], fields[4], fields[8], fields[9]
        name, extra, _ = (self.file.read(length) for length in fields[10:13])
        disk, attributes, offset = fields[13], fields[15], fields[16]
        if fields[0] != b"PK\x01\x02" or len(name) != fields[10] or len(extra) != fields[11] or disk:
            raise ValueError("not a header")
        long = self.extra_64(extra)
        values = []
        for value in (size, packed, offset):  # only those that did not fit, in this order
            if value == 0xffffffff:
                value, long = struct.unpack_from("<Q", long)[0], long[8:]
            values.append(value)
        size, packed, offset = values
        if flags & 0x2041 or method not in (0, 8) or (method == 0 and packed != size) or max(values) >= 2**63:
            raise ValueError("encrypted, or compressed in another way")
        kind, folder = stat.S_IFMT(attributes >> 16), name.endswith(b"/")
        plain = kind in (0, stat.S_IFDIR if folder else stat.S_IFREG) and not (folder and size)
        spelt = flags & 0x800 != 0 or all(byte < 0x80 for byte in name)
        return ZipEntry(name, offset, packed, size, method, fields[7], plain and spelt)

    @staticmethod
    def extra_64(extra: bytes) -> bytes:
        """The contents of extra field 1; the fields fill their place exactly."""
        found = None
        while extra:
            kind, length = struct.unpack_from("<2H", extra)
            if len(extra) < 4 + length or (kind == 1 and found is not None):
                raise ValueError("extra fields that do not fit")
            if kind == 1:
                found = extra[4:4 + length]
            extra = extra[4 + length:]
        return found or b""

    def data_starts(self, listed: List[ZipEntry], directory: int) -> Dict[int, int]:
        """APPNOTE 4.3.7: where each entry's data begin; no two may overlap, and names and methods agree."""
        starts, free = {}, 0
        for entry in sorted(listed, key=lambda entry: entry.offset):
            header = self.at(entry.offset, 30)
            name_length, extra_length = struct.unpack_from("<2H", header, 26)
            start = entry.offset + 30 + name_length + extra_length
            method, = struct.unpack_from("<H", header, 8)
            if header[:4] != b"PK\x03\x04" or entry.offset < free or method != entry.method \
                    or self.file.read(name_length) != entry.name:
                raise ValueError("not this entry's header, or entries that overlap")
            starts[entry.offset], free = start, start + entry.packed
        if free > directory:
            raise ValueError("an entry that runs into the directory")
        return starts

    @staticmethod
    def name_files(listed: List[ZipEntry]) -> str:
        """Refuses unsafe names; gives what is to be cut off: the one top folder with its slash, or nothing."""
        names = []
        bad = []
        for entry in listed:
            try:
                name = entry.name.decode("utf-8")
                names.append(name)
                if not entry.plain or unsafe(name[:-1] if name.endswith("/") else name):
                    bad.append(entry.name)
            except UnicodeDecodeError:
                bad.append(entry.name)
        if bad:
            raise Fault("bag.path", min(bad))
        tops = {name.partition("/")[0] for name in names}
        one = len(tops) == 1 and all("/" in name for name in names)
        return tops.pop() + "/" if one else ""

    def chunks(self, path: str) -> Iterator[bytes]:
        entry, start = self.entries[path]
        try:
            made = crc = 0
            for chunk in self.inflate(entry, start) if entry.method == 8 else self.stored(entry, start):
                made, crc = made + len(chunk), zlib.crc32(chunk, crc)
                if made > entry.size:
                    raise ValueError("more than it says")
                yield chunk
            if made != entry.size or crc != entry.crc:
                raise ValueError("not what it says")
        except (OSError, ValueError, zlib.error):
            raise Fault("bag.unreadable", path) from None

    def stored(self, entry: ZipEntry, start: int) -> Iterator[bytes]:
        for done in range(0, entry.packed, CHUNK):
            yield self.at(start + done, min(CHUNK, entry.packed - done))

    def inflate(self, entry: ZipEntry, start: int) -> Iterator[bytes]:
        engine = zlib.decompressobj(-15)
        for packed in self.stored(entry, start):
            if engine.eof:
                raise ValueError("more behind the data")
            while packed:
                yield engine.decompress(packed, CHUNK)
                packed = engine.unconsumed_tail
        while not engine.eof:
            more = engine.decompress(engine.unconsumed_tail, CHUNK)
            if not more:
                raise ValueError("cut off")
            yield more
        if engine.unused_data:
            raise ValueError("more behind the data")


def open_container(path: str) -> Container:
    if os.path.isdir(path):
        return Folder(path)
    try:
        file = open(path, "rb") if os.path.isfile(path) else None
    except OSError:
        file = None
    if file is None:
        raise Fault("bag.unreadable", "")
    try:
        return Zip(file)
    except BaseException:
        file.close()
        raise


# ------------------------------------------------------------------------------------- a bag, step by step: bag.md

class Stamp(NamedTuple):
    size: int
    path: str
    time: str


class Facts:
    """What was found while checking, for the report."""

    def __init__(self) -> None:
        self.step = 0
        self.kind = ""
        self.policy: Optional[Policy] = None
        self.pinned = False
        self.checkpoint: Optional[Checkpoint] = None
        self.vouched = Vouched({}, [])
        self.count = 0
        self.first = self.last = b""
        self.opened = 0
        self.earlier: List[int] = []
        self.stamps: List[Stamp] = []


class BagCheck:
    """The ten steps of bag.md, What is checked. Each raises the first Fault it meets."""

    def __init__(self, path: str, pinned: Optional[Key]) -> None:
        self.path = path
        self.pinned = pinned
        self.facts = Facts()
        self.bag = Container()

    def run(self) -> None:
        steps = (self.container, self.declaration, self.manifests, self.seal, self.policy, self.checkpoint,
                 self.entries, self.opened, self.earlier, self.timestamps)
        try:
            for number, step in enumerate(steps, 1):
                self.facts.step = number
                step()
        finally:
            self.bag.close()

    # -- steps 1 to 3: BagIt

    def container(self) -> None:
        self.bag = open_container(self.path)
        self.files = self.bag.files

    def declaration(self) -> None:
        for path in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
            if path not in self.files:
                raise Fault("bag.missing", path)
        said = self.bag.read("bagit.txt")
        if not re.fullmatch(rb"BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n", said):
            raise Fault("bag.malformed", "bagit.txt")
        for path in sorted(self.files):
            other = re.fullmatch(r"(?:tag)?manifest-([^/]*)\.txt", path)
            if path == "fetch.txt" or (other and other[1] != "sha256"):
                raise Fault("bag.malformed", path)

    def manifests(self) -> None:
        payload = {path for path in self.files if path.startswith("data/")}
        tags = set(self.files) - payload - {"tagmanifest-sha256.txt"}
        self.check_manifest("tagmanifest-sha256.txt", tags, False)
        self.check_manifest("manifest-sha256.txt", payload, True)
        oxum = b"%d.%d" % (sum(self.files[path] for path in payload), len(payload))
        for said in re.findall(rb"(?im)^Payload-Oxum:(.*)$", self.bag.read("bag-info.txt")):
            if said.strip(b" \t\r") != oxum:
                raise Fault("bag.oxum", "bag-info.txt")

    def check_manifest(self, manifest: str, files: Set[str], of_payload: bool) -> None:
        listed = self.read_manifest(manifest, of_payload)
        for missing in sorted(set(listed) - files):
            raise Fault("bag.absent", missing)
        for unlisted in sorted(files - set(listed)):
            raise Fault("bag.unlisted", unlisted)
        for path in sorted(listed):
            digest = hashlib.sha256()
            for chunk in self.bag.chunks(path):
                digest.update(chunk)
            if digest.digest() != listed[path]:
                raise Fault("bag.digest", path)

    def read_manifest(self, manifest: str, of_payload: bool) -> Dict[str, bytes]:
        listed: Dict[str, bytes] = {}
        for number, line in enumerate(self.lines(manifest), 1):
            place = "%s:%d" % (manifest, number)
            found = re.fullmatch(rb"([0-9A-Fa-f]{64})[ \t]+([^ \t].*)", line, re.DOTALL)
            if not found or len(line) > MAX_MANIFEST_LINE or b"\r" in line or re.search(rb"%(?!0[ADad]|25)", found[2]):
                raise Fault("bag.malformed", place)
            if number > MAX_FILES:
                raise Fault("bag.limit", manifest)
            try:
                path = re.sub(rb"%(..)", lambda code: bytes([int(code[1], 16)]), found[2]).decode("utf-8")
            except UnicodeDecodeError:
                raise Fault("bag.path", place) from None
            if unsafe(path) or path.startswith("data/") != of_payload or path == "tagmanifest-sha256.txt":
                raise Fault("bag.path", place)
            if path in listed:
                raise Fault("bag.duplicate", place)
            listed[path] = bytes.fromhex(found[1].decode())
        return listed

    def lines(self, path: str) -> Iterator[bytes]:
        """Lines without the LF or CRLF that each must have, the last too. A line too long is cut, but still too long."""
        rest = b""
        for chunk in self.bag.chunks(path):
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                yield line[:-1] if line.endswith(b"\r") else line
            rest = rest[:MAX_MANIFEST_LINE + 2]
        if rest:
            yield b""  # what no line may be: the last one's end lacks

    # -- steps 4 to 6: what it is, whose keys, under which checkpoint

    def seal(self) -> None:
        if "data/seal.json" not in self.files:
            raise Fault("seal.missing", "data/seal.json")
        try:
            seal = read_canonical(self.bag.read("data/seal.json"))
            good = isinstance(seal, dict) and set(seal) == {"kind", "origin", "size", "v"} \
                and seal["kind"] in ("log", "case") and type(seal["v"]) is int and seal["v"] == 1 \
                and type(seal["size"]) is int and 0 <= seal["size"] < MAX_SIZE \
                and isinstance(seal["origin"], str) and re.fullmatch(r"log\.fourfold/[0-9a-f]{32}", seal["origin"])
        except ValueError:
            good = False
        if not good:
            raise Fault("seal.malformed", "data/seal.json")
        self.origin, self.size, self.facts.kind = seal["origin"], seal["size"], seal["kind"]
        self.is_log = seal["kind"] == "log"
        for path in sorted(self.files):
            if path.startswith("data/") and not self.known(path):
                raise Fault("seal.unknown", path)

    def known(self, path: str) -> bool:
        """Whether the table Files of bag.md knows this payload file, for this kind and this size."""
        if path in ("data/seal.json", "data/policy", "data/checkpoint") or path.startswith("data/attached/"):
            return True
        if self.is_log and path.startswith("data/tile/"):
            return self.known_tile(path)
        numbered = r"opened/(\d+)\.json|earlier/(\d+)\.(?:checkpoint|consistency|(\d+)\.tsr)"
        if not self.is_log:
            numbered += r"|proof/(\d+)\.tlog-proof"
        found = re.fullmatch("data/(?:" + numbered + ")", path)
        try:
            return found is not None and all(whole_number(said) >= 0 for said in found.groups() if said is not None)
        except ValueError:
            return False

    def known_tile(self, path: str) -> bool:
        found = re.fullmatch(r"data/tile/(entries|\d\d?)/((?:x\d{3}/)*\d{3})(?:\.p/\d{1,3})?", path, re.ASCII)
        if not found or len(found[2]) > 30:
            return False
        level: Union[int, str] = found[1] if found[1] == "entries" else int(found[1])
        index = int(re.sub(r"[x/]", "", found[2]))
        count = self.size >> 8 * (0 if level == "entries" else int(level))
        return 256 * index < count and path == tile_path(level, index, min(256, count - 256 * index))

    def policy(self) -> None:
        if "data/policy" not in self.files:
            raise Fault("keys.missing", "data/policy")
        self.facts.policy = self.keys = policy_from(self.bag.read("data/policy"), "data/policy")
        if self.pinned and self.pinned.text != self.keys.log.text:
            raise Fault("keys.other", "data/policy")
        self.facts.pinned = self.pinned is not None

    def checkpoint(self) -> None:
        place = "data/checkpoint"
        if place not in self.files:
            raise Fault("checkpoint.missing", place)
        self.sealed = self.bag.read(place)
        self.facts.checkpoint, self.facts.vouched = check_checkpoint(
            self.sealed, self.keys, place, self.origin, self.size)
        self.root = self.facts.checkpoint.root

    # -- step 7: the entries

    def entries(self) -> None:
        self.commitments: Dict[int, bytes] = {}  # of the entries that are opened; of all, in a case
        self.wanted = {index for index, _ in self.numbered(r"data/opened/(\d+)\.json")}
        if self.is_log:
            self.whole_log()
        else:
            self.single_entries()

    def numbered(self, pattern: str) -> List[Tuple[int, str]]:
        """The files of this pattern by their number, each once."""
        found = ((re.fullmatch(pattern, path, re.ASCII), path) for path in self.files)
        return sorted((int(match[1]), path) for match, path in found if match)

    def tile(self, level: Union[int, str], index: int) -> str:
        """The path of a tile of the bag's own tree, which must be there."""
        count = self.size >> (0 if level == "entries" else 8 * int(level))
        path = tile_path(level, index, min(256, count - 256 * index))
        if path not in self.files:
            raise Fault("tile.missing", path)
        return path

    def hashes(self, level: int, index: int) -> bytes:
        path = self.tile(level, index)
        width = min(256, (self.size >> 8 * level) - 256 * index)
        if self.files[path] != 32 * width:
            raise Fault("tile.malformed", path)
        return self.bag.read(path)

    def whole_log(self) -> None:
        """One bundle and one tile at a time; of each full tile only its root is kept: 32 bytes for 256 entries."""
        roots = bytearray()
        for index in range((self.size + 255) // 256):
            bundle = self.tile("entries", index)
            hashes = self.hashes(0, index)
            count = len(hashes) // 32
            try:
                if self.files[bundle] > MAX_BUNDLE:
                    raise ValueError("more than any bundle holds")
                entries = split_bundle(self.bag.read(bundle), count)
            except ValueError:
                raise Fault("tile.malformed", bundle) from None
            self.check_bundle(256 * index, entries, hashes)
            if count == 256:
                roots += tree_root(hashes)
        level = 1
        while self.size >> 8 * level:
            roots = self.check_level(level, roots)
            level += 1
        if self.root_at(self.size) != self.root:
            raise Fault("tree.root", "data/checkpoint")

    def check_bundle(self, start: int, entries: List[bytes], hashes: bytes) -> None:
        last, wanted, hash_of = self.facts.last, self.wanted, hashlib.sha256
        for place, entry in enumerate(entries):
            found = read_entry(entry)
            if found is None:
                raise Fault("entry.malformed", str(start + place))
            at = found[1]
            if at < last:
                raise Fault("entry.time", str(start + place))
            if hash_of(b"\x00" + entry).digest() != hashes[32 * place:32 * place + 32]:
                raise Fault("entry.hash", str(start + place))
            last = at
            if start + place in wanted:
                self.commitments[start + place] = found[3]
            if not self.facts.first:
                self.facts.first = at
        self.facts.last = last
        self.facts.count += len(entries)

    def check_level(self, level: int, roots: bytearray) -> bytearray:
        """Each hash of this level is the root of a full tile of the level below; gives this level's own roots."""
        above = bytearray()
        for index in range(((self.size >> 8 * level) + 255) // 256):
            hashes = self.hashes(level, index)
            if hashes != roots[8192 * index:8192 * index + len(hashes)]:
                raise Fault("tile.hash", self.tile(level, index))
            if len(hashes) == 8192:
                above += tree_root(hashes)
        return above

    def root_at(self, size: int) -> bytes:
        """The root of the first `size` entries, from tiles already checked: what is left over at a level is the
        beginning of one tile; it and the root of all that is left over below make one subtree (RFC 9162, 2.1.1)."""
        left_over, level = b"", 0
        while size >> 8 * level:
            width = size >> 8 * level & 255
            hashes = self.hashes(level, size >> 8 * (level + 1))[:32 * width] if width else b""
            left_over = tree_root(hashes + left_over)
            level += 1
        return left_over or EMPTY_ROOT

    def single_entries(self) -> None:
        proofs = self.numbered(r"data/proof/(\d+)\.tlog-proof")
        if not proofs:
            raise Fault("proof.missing", "data/proof")
        for index, place in proofs:
            try:
                proof = read_proof(self.bag.read(place))
            except ValueError:
                raise Fault("proof.malformed", place) from None
            if proof.index != index or index >= self.size:
                raise Fault("proof.malformed", place)
            if proof.checkpoint != self.sealed:
                raise Fault("proof.checkpoint", place)
            self.commitments[index] = check_proof(proof, self.size, self.root, str(index), place, self.facts)

    # -- steps 8 to 10: what was opened, earlier checkpoints, time stamps

    def opened(self) -> None:
        for index, place in self.numbered(r"data/opened/(\d+)\.json"):
            try:
                body, salt = read_opened(self.bag.read(place))
            except ValueError:
                raise Fault("opened.malformed", place) from None
            if index not in self.commitments:
                raise Fault("opened.unknown", place)
            if hashlib.sha256(body + salt).hexdigest().encode() != self.commitments[index]:
                raise Fault("opened.commitment", place)
            self.facts.opened += 1

    def earlier(self) -> None:
        sizes = {size for size, _ in self.numbered(r"data/earlier/(\d+)\.(?:checkpoint|consistency)")}
        for size in sorted(sizes):
            place = "data/earlier/%d.checkpoint" % size
            self.earlier_checkpoint(size, place, "data/earlier/%d.consistency" % size)
            self.facts.earlier.append(size)

    def earlier_checkpoint(self, size: int, place: str, proof: str) -> None:
        if place not in self.files:
            raise Fault("earlier.malformed", proof)
        try:
            checkpoint = read_checkpoint(self.bag.read(place))
        except ValueError:
            raise Fault("earlier.malformed", place) from None
        if checkpoint.size != size:
            raise Fault("earlier.malformed", place)
        if checkpoint.origin != self.origin:
            raise Fault("earlier.origin", place)
        if size > self.size:
            raise Fault("earlier.size", place)
        check_signatures(checkpoint, self.keys, "earlier", place)
        path = self.consistency_path(proof, size)
        if self.is_log:
            same = self.root_at(size) == checkpoint.root
        else:
            same = size == 0 or consistent(size, self.size, checkpoint.root, self.root, path)
        if not same:
            raise Fault("earlier.fork", place)

    def consistency_path(self, proof: str, size: int) -> List[bytes]:
        """The hashes of a consistency proof: needed in a case, out of place in a log, which has the whole tree."""
        if self.is_log != (proof not in self.files):
            raise Fault("earlier.malformed", proof)
        if self.is_log:
            return []
        try:
            *lines, end = self.bag.read(proof).split(b"\n")
            path = [hash_from_base64(line) for line in lines]
        except ValueError:
            raise Fault("earlier.malformed", proof) from None
        if end or (path and size in (0, self.size)):
            raise Fault("earlier.malformed", proof)
        return path

    def timestamps(self) -> None:
        found = ((re.fullmatch(r"data/earlier/(\d+)\.(\d+)\.tsr", path), path) for path in self.files)
        for size, _, place in sorted((int(match[1]), int(match[2]), path) for match, path in found if match):
            stamped = "data/earlier/%d.checkpoint" % size
            try:
                by_sha256, imprint, time = read_timestamp(self.bag.read(place))
            except ValueError:
                raise Fault("timestamp.malformed", place) from None
            if stamped not in self.files:
                raise Fault("timestamp.malformed", place)
            if not by_sha256 or imprint != sha256(self.bag.read(stamped)):
                raise Fault("timestamp.imprint", place)
            self.facts.stamps.append(Stamp(size, place, time))


def policy_from(data: bytes, place: str) -> Policy:
    try:
        return read_policy(data)
    except ValueError:
        raise Fault("keys.malformed", place) from None


def check_checkpoint(data: bytes, policy: Policy, place: str, origin: str,
                     size: Optional[int]) -> Tuple[Checkpoint, Vouched]:
    """Step 6; `size` is that of the seal, None when there is no seal."""
    try:
        checkpoint = read_checkpoint(data)
    except ValueError:
        raise Fault("checkpoint.malformed", place) from None
    if not checkpoint.origin == origin == policy.log.name:
        raise Fault("checkpoint.origin", place)
    if size is not None and checkpoint.size != size:
        raise Fault("checkpoint.size", place)
    vouched = check_signatures(checkpoint, policy, "checkpoint", place)
    if not policy.met_by(vouched.times):
        raise Fault("checkpoint.quorum", place)
    return checkpoint, vouched


def check_proof(proof: Proof, size: int, root: bytes, entry_place: str, place: str, facts: Facts) -> bytes:
    """Step 7 for one proof; gives the entry's commitment."""
    entry = read_entry(proof.entry)
    if entry is None:
        raise Fault("entry.malformed", entry_place)
    if not included(proof.index, size, leaf_hash(proof.entry), proof.path, root):
        raise Fault("proof.inclusion", place)
    if entry[1] < facts.last:
        raise Fault("entry.time", entry_place)
    facts.first, facts.last, facts.count = facts.first or entry[1], entry[1], facts.count + 1
    return entry[3]


def read_opened(data: bytes) -> Tuple[bytes, bytes]:
    value = read_canonical(data)
    if not isinstance(value, dict) or set(value) != {"body", "salt", "v"} or type(value["v"]) is not int \
            or value["v"] != 1 or not isinstance(value["body"], str) or not isinstance(value["salt"], str):
        raise ValueError("other members")
    body, salt = from_base64(value["body"].encode("utf-8")), from_base64(value["salt"].encode("utf-8"))
    if len(body) > MAX_BODY or len(salt) != 32:
        raise ValueError("a body too long, or another salt")
    return body, salt


class ProofCheck:
    """One `.tlog-proof` alone: bag.md, One proof."""

    def __init__(self, path: str, pinned: Optional[Key], policy_path: Optional[str]) -> None:
        self.path = path
        self.pinned = pinned
        self.policy_path = policy_path
        self.facts = Facts()
        self.facts.kind = "proof"

    def run(self) -> None:
        facts = self.facts
        facts.step = 1
        data = self.read(self.path, "bag.unreadable", "proof")
        facts.step = 5
        facts.policy = policy = self.keys()
        facts.pinned = self.pinned is not None
        facts.step = 6
        try:
            proof = read_proof(data)
        except ValueError:
            raise Fault("proof.malformed", "proof") from None
        facts.checkpoint, facts.vouched = check_checkpoint(proof.checkpoint, policy, "proof", policy.log.name, None)
        facts.step = 7
        if proof.index >= facts.checkpoint.size:
            raise Fault("proof.malformed", "proof")
        check_proof(proof, facts.checkpoint.size, facts.checkpoint.root, str(proof.index), "proof", facts)
        facts.step = 10

    def keys(self) -> Policy:
        if self.policy_path is None:
            if self.pinned is None:
                raise Fault("keys.missing", "key")
            return Policy(self.pinned, {}, {}, b"none")
        policy = policy_from(self.read(self.policy_path, "keys.missing", "policy"), "policy")
        if self.pinned and self.pinned.text != policy.log.text:
            raise Fault("keys.other", "policy")
        return policy

    @staticmethod
    def read(path: str, absent: str, place: str) -> bytes:
        try:
            with open(path, "rb") as file:
                data = file.read(MAX_SMALL + 1)
        except OSError:
            raise Fault(absent, place) from None
        if len(data) > MAX_SMALL:
            raise Fault("bag.limit", place)
        return data


# ------------------------------------------------------------------------------------------------- the words

STEPS = {
    "en": ("the container", "the declaration", "the manifests", "the seal", "the keys", "the checkpoint",
           "the entries", "what was opened", "earlier checkpoints", "time stamps"),
    "es": ("el contenedor", "la declaración", "los manifiestos", "el sello", "las llaves", "el punto de control",
           "los asientos", "lo que se abrió", "puntos de control anteriores", "sellos de tiempo"),
}

FAULTS = {
    "bag.unreadable": ("It cannot be read: not there, damaged, or neither a folder nor a ZIP archive.",
                       "No se puede leer: no está, está dañado, o no es ni una carpeta ni un archivo ZIP."),
    "bag.path": ("A path that could lead outside the bag, or something that is neither a file nor a folder.",
                 "Una ruta que podría salir de la bolsa, o algo que no es ni archivo ni carpeta."),
    "bag.duplicate": ("The same path stands here twice, or two paths differ only in capital letters.",
                      "La misma ruta está dos veces, o dos rutas difieren solo en las mayúsculas."),
    "bag.limit": ("Larger than a bag of this format may be.", "Más grande de lo que permite este formato."),
    "bag.missing": ("A file that every bag must have is missing.", "Falta un archivo que toda bolsa debe tener."),
    "bag.malformed": ("This file or line is not written as the format asks.",
                      "Este archivo o renglón no está escrito como pide el formato."),
    "bag.absent": ("The list of contents names a file that is not in the bag.",
                   "La lista del contenido nombra un archivo que no está en la bolsa."),
    "bag.unlisted": ("A file is in the bag that the list of contents does not name: it was added later.",
                     "En la bolsa hay un archivo que la lista del contenido no nombra: se agregó después."),
    "bag.digest": ("This file was changed or damaged after the bag was made.",
                   "Este archivo se cambió o se dañó después de hacer la bolsa."),
    "bag.oxum": ("The number of files or bytes is not the one stated.",
                 "El número de archivos o de bytes no es el que se declaró."),
    "seal.missing": ("The seal is missing.", "Falta el sello."),
    "seal.malformed": ("The seal is not written as the format asks.", "El sello no está escrito como pide el formato."),
    "seal.unknown": ("A file that does not belong in a bag of this kind.",
                     "Un archivo que no corresponde a una bolsa de esta clase."),
    "keys.missing": ("No keys were given to check against.", "No se dieron llaves con qué comprobar."),
    "keys.malformed": ("The list of keys is not written as the format asks, or names a key that must not be used.",
                       "La lista de llaves no está escrita como pide el formato, o nombra una llave inadmisible."),
    "keys.other": ("The record's key is not the key you gave.", "La llave del registro no es la que usted dio."),
    "checkpoint.missing": ("The checkpoint is missing.", "Falta el punto de control."),
    "checkpoint.malformed": ("The checkpoint is not written as the format asks.",
                             "El punto de control no está escrito como pide el formato."),
    "checkpoint.origin": ("The checkpoint is of another record.", "El punto de control es de otro registro."),
    "checkpoint.size": ("The checkpoint is for another number of entries than the seal.",
                        "El punto de control es para otro número de asientos que el sello."),
    "checkpoint.unsigned": ("The record's own key did not sign the checkpoint.",
                            "La llave del registro no firmó el punto de control."),
    "checkpoint.signature": ("The record's signature is wrong: the checkpoint was changed, or another key signed.",
                             "La firma del registro es falsa: se cambió el punto de control o firmó otra llave."),
    "checkpoint.cosignature": ("The signature of a witness is wrong.", "La firma de un testigo es falsa."),
    "checkpoint.quorum": ("Fewer witnesses signed than the list of keys asks for.",
                          "Firmaron menos testigos de los que pide la lista de llaves."),
    "tile.missing": ("A part of the record is missing.", "Falta una parte del registro."),
    "tile.malformed": ("A part of the record has another length than it must have.",
                       "Una parte del registro no tiene el largo que debe tener."),
    "tile.hash": ("Two parts of the record contradict each other: one was changed.",
                  "Dos partes del registro se contradicen: una se cambió."),
    "tree.root": ("The entries are not those that were signed.", "Los asientos no son los que se firmaron."),
    "entry.malformed": ("This entry is not written as the format asks.",
                        "Este asiento no está escrito como pide el formato."),
    "entry.time": ("This entry says that it is earlier than the one before it.",
                   "Este asiento dice ser anterior al que le precede."),
    "entry.hash": ("This entry was changed after it was recorded.", "Este asiento se cambió después de registrarse."),
    "proof.missing": ("The bag holds no entry at all.", "La bolsa no contiene ningún asiento."),
    "proof.malformed": ("This proof is not written as the format asks.",
                        "Esta prueba no está escrita como pide el formato."),
    "proof.checkpoint": ("This proof is under another checkpoint.", "Esta prueba está bajo otro punto de control."),
    "proof.inclusion": ("This entry is not in the signed record in the place that it claims.",
                        "Este asiento no está en el registro firmado en el lugar que dice."),
    "opened.malformed": ("An opened entry is not written as the format asks.",
                         "Un asiento abierto no está escrito como pide el formato."),
    "opened.unknown": ("Something was opened whose entry is not here.", "Se abrió algo cuyo asiento no está aquí."),
    "opened.commitment": ("What was opened is not what the entry was made for.",
                          "Lo que se abrió no es aquello para lo que se hizo el asiento."),
    "earlier.malformed": ("An earlier checkpoint or its proof is missing or not written as the format asks.",
                          "Un punto de control anterior o su prueba falta o no está escrito como pide el formato."),
    "earlier.origin": ("An earlier checkpoint is of another record.", "Un punto de control anterior es de otro registro."),
    "earlier.size": ("An earlier checkpoint has more entries than this bag's.",
                     "Un punto de control anterior tiene más asientos que el de esta bolsa."),
    "earlier.unsigned": ("The record's own key did not sign this earlier checkpoint.",
                         "La llave del registro no firmó este punto de control anterior."),
    "earlier.signature": ("The record's signature under this earlier checkpoint is wrong.",
                          "La firma del registro en este punto de control anterior es falsa."),
    "earlier.cosignature": ("The signature of a witness under this earlier checkpoint is wrong.",
                            "La firma de un testigo en este punto de control anterior es falsa."),
    "earlier.fork": ("The record was rewritten: what was signed earlier is not the beginning of what is signed now.",
                     "El registro se reescribió: lo que se firmó antes no es el comienzo de lo que se firma ahora."),
    "timestamp.malformed": ("A time stamp is not a granted answer of a time-stamp authority, or stamps nothing here.",
                            "Un sello de tiempo no es una respuesta otorgada, o no sella nada de esta bolsa."),
    "timestamp.imprint": ("A time stamp is for another document.", "Un sello de tiempo es de otro documento."),
}

WORDS = {
    "title": ("Check of a sealed bag of Fourfold (verify.py, format 1)",
              "Comprobación de una bolsa sellada de Fourfold (verify.py, formato 1)"),
    "title.proof": ("Check of one proof from a record of Fourfold (verify.py, format 1)",
                    "Comprobación de una prueba de un registro de Fourfold (verify.py, formato 1)"),
    "holds": ("RESULT: everything holds.", "RESULTADO: todo está en orden."),
    "fails": ("RESULT: this does NOT hold.", "RESULTADO: esto NO está en orden."),
    "what": ("First fault: %s", "Primera falla: %s"),
    "where": ("Where: %s", "Dónde: %s"),
    "whole": ("the whole", "el conjunto"),
    "step": ("Found while checking %s.", "Se halló al comprobar: %s."),
    "before": ("Good before it: %s.", "En orden antes de ella: %s."),
    "after": ("Nothing after this fault was checked; there may be more.",
              "No se comprobó nada después de esta falla; puede haber más."),
    "copy": ("What to do: ask for a fresh copy; damage in copying looks like this too. Keep this one unchanged.",
             "Qué hacer: pida otra copia; un daño al copiar se ve igual. Conserve esta sin cambiarla."),
    "expert": ("What to do: keep this copy unchanged and have an expert look at it; damage in copying rarely looks like this.",
               "Qué hacer: conserve esta copia sin cambiarla y pida el examen de un perito; un daño al copiar rara vez se ve así."),
    "call": ("What to do: give the right key with --key, or a list of keys with --policy.",
             "Qué hacer: dé la llave correcta con --key, o una lista de llaves con --policy."),
    "proved": ("What is proved", "Lo que queda probado"),
    "log": ("All %s entries of the record %s are here, each as it was recorded and in its place. None was changed, taken out or put in since the checkpoint was signed.",
            "Están aquí todos los asientos (%s) del registro %s, cada uno como se asentó y en su lugar. Ninguno se cambió, se quitó ni se intercaló desde que se firmó el punto de control."),
    "case": ("%s entries of the record %s are here, each as it was recorded and in its place. Of the record's other entries this says nothing.",
             "Están aquí %s asientos del registro %s, cada uno como se asentó y en su lugar. De los demás asientos del registro esto no dice nada."),
    "proof": ("This entry (%s) is in the record %s, as it was recorded and in its place. Of the record's other entries this says nothing.",
              "Este asiento (%s) está en el registro %s, como se asentó y en su lugar. De los demás asientos del registro esto no dice nada."),
    "time": ("They say that they were written from %s to %s.", "Dicen haberse escrito desde %s hasta %s."),
    "under": ("Checkpoint: %s entries, root %s.", "Punto de control: %s asientos, raíz %s."),
    "opened": ("Entries that were opened: %s. Each holds what its entry was made for.",
               "Asientos que se abrieron: %s. Cada uno contiene aquello para lo que se hizo."),
    "earlier": ("Earlier checkpoints (number of entries): %s. Each is the beginning of this same record; nothing in it was rewritten.",
                "Puntos de control anteriores (número de asientos): %s. Cada uno es el comienzo de este mismo registro; nada en él se reescribió."),
    "keys": ("By whose keys", "Con las llaves de quién"),
    "key": ("the record itself: %s", "el registro mismo: %s"),
    "witness": ("witness %s: %s", "testigo %s: %s"),
    "print": ("    key id %s, SHA-256 fingerprint %s", "    identificador %s, huella SHA-256 %s"),
    "signed": ("    signed this checkpoint on %s", "    firmó este punto de control el %s"),
    "unsigned": ("    did not sign this checkpoint", "    no firmó este punto de control"),
    "nobody": ("no witness is asked for: only the record's own key vouches for it",
               "no se pide ningún testigo: solo responde la llave del registro"),
    "uncounted": ("signature lines of other keys, not counted: %s", "firmas de otras llaves, que no se cuentan: %s"),
    "open": ("What is not proved", "Lo que no queda probado"),
    "pinned": ("That the key you gave belongs to whom it names: you vouch for it. The record is signed with it.",
               "Que la llave que usted dio sea de quien dice: usted responde por ella. El registro está firmado con ella."),
    "unpinned": ("That the keys belong to whom they name: compare the fingerprints with ones you have from elsewhere, or use --key.",
                 "Que las llaves sean de quien dicen: compare las huellas con otras obtenidas por otra vía, o use --key."),
    "true": ("That what was written is true. Only that it was written, and has not been changed since.",
             "Que lo escrito sea verdad. Solo que se escribió, y que no se ha cambiado desde entonces."),
    "second": ("What happened in up to a second before the checkpoint, and after it: that may not be in it.",
               "Lo ocurrido hasta un segundo antes del punto de control, y después de él: puede no estar incluido."),
    "self": ("That this program is sound, if it came with the bag: take it, or the other verifier, from somewhere else.",
             "Que este programa sea fiable, si vino con la bolsa: tómelo, o tome el otro verificador, de otro lugar."),
    "stamps": ("The signatures of the time stamps. Each is for the file it names here; check them with OpenSSL and the authority's certificate (CA.pem):",
               "Las firmas de los sellos de tiempo. Cada uno es del archivo que se nombra aquí; compruébelas con OpenSSL y el certificado de la autoridad (CA.pem):"),
    "stamp": ("  %s says %s", "  %s dice %s"),
    "failed": ("The verifier itself failed (%s). This says nothing of what was to be checked.",
               "Falló el verificador mismo (%s). Esto no dice nada de lo que se quería comprobar."),
}


def visible(text: Union[str, bytes]) -> str:
    """Text for the eye: nothing that moves the cursor, hides, or turns the direction of writing."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else "\\u{%x}" % ord(c) for c in text)


def place_for_programs(place: Union[str, bytes]) -> str:
    raw = place if isinstance(place, bytes) else place.encode("utf-8", "surrogateescape")
    return "".join(chr(b) if 0x21 <= b <= 0x7e and b != 0x25 else "%%%02X" % b for b in raw) or "-"


def moment(seconds: int) -> str:
    try:
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S UTC")
    except OverflowError:
        return "1970-01-01 + %d s" % seconds


def entry_moment(at: bytes) -> str:
    return at.decode().replace("T", " ").replace("Z", " UTC")


def number(count: int) -> str:
    return "{:,}".format(count)  # as in Guatemala and Honduras too


class Report:
    """The lines for a person, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.lines: List[str] = []

    def word(self, name: str) -> str:
        return WORDS[name][("en", "es").index(self.language)]

    def say(self, name: str, *values) -> None:
        self.lines.append(self.word(name) % tuple(visible(value) for value in values))

    def point(self, name: str, *values) -> None:
        self.say(name, *values)
        self.lines[-1] = "- " + self.lines[-1]

    def head(self, name: str) -> None:
        self.lines += ["", self.word(name)]


    def holds(self, facts: Facts) -> None:
        self.lines.append(self.word("holds"))
        self.proved(facts)
        self.keys(facts)
        self.not_proved(facts)

    def proved(self, facts: Facts) -> None:
        checkpoint = facts.checkpoint
        assert checkpoint is not None
        self.head("proved")
        self.point(facts.kind, number(facts.count), checkpoint.origin)
        if facts.count:
            self.point("time", entry_moment(facts.first), entry_moment(facts.last))
        self.point("under", number(checkpoint.size), base64.b64encode(checkpoint.root))
        if facts.opened:
            self.point("opened", number(facts.opened))
        if facts.earlier:
            self.point("earlier", "; ".join(map(number, facts.earlier)))

    def keys(self, facts: Facts) -> None:
        policy = facts.policy
        assert policy is not None
        self.head("keys")
        self.point("key", policy.log.name)
        self.say("print", policy.log.id.hex(), policy.log.fingerprint())
        for name, key in policy.witnesses.items():
            self.point("witness", name, key.name)
            self.say("print", key.id.hex(), key.fingerprint())
            if name in facts.vouched.times:
                self.say("signed", moment(facts.vouched.times[name]))
            else:
                self.say("unsigned")
        if policy.quorum == b"none":
            self.point("nobody")
        if facts.vouched.uncounted:
            self.point("uncounted", ", ".join(facts.vouched.uncounted))

    def not_proved(self, facts: Facts) -> None:
        self.head("open")
        self.point("pinned" if facts.pinned else "unpinned")
        self.point("true")
        self.point("second")
        self.point("self")
        if facts.stamps:
            self.point("stamps")
        for stamp in facts.stamps:
            self.say("stamp", stamp.path, stamp.time)
            self.lines.append("    openssl ts -verify -data %s -in %s -CAfile CA.pem" % (
                "data/earlier/%d.checkpoint" % stamp.size, stamp.path))

    def fails(self, fault: Fault, facts: Facts) -> None:
        steps = STEPS[self.language]
        self.lines += [self.word("fails"), ""]
        self.say("what", FAULTS[fault.code][("en", "es").index(self.language)] + " [" + fault.code + "]")
        self.say("where", fault.place or self.word("whole"))
        self.say("step", steps[facts.step - 1])
        if facts.step > 1 and facts.kind != "proof":
            self.say("before", ", ".join(steps[:facts.step - 1]))
        self.say("after")
        family = fault.code.partition(".")[0]
        self.say("call" if fault.code in ("keys.missing", "keys.other") else "copy" if family == "bag" else "expert")


# ------------------------------------------------------------------------------------------------- from outside

def language_of(environment) -> str:
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "es" if said.lower().startswith("es") else "en"


def check(path: str, pinned: Optional[Key] = None, policy_path: Optional[str] = None) -> Tuple[Optional[Fault], Facts]:
    """Checks a bag, or a proof when the name says so; the first fault, or none, and what was found."""
    checker: Union[BagCheck, ProofCheck]
    if path.endswith(".tlog-proof"):
        checker = ProofCheck(path, pinned, policy_path)
    else:
        checker = BagCheck(path, pinned)
    try:
        checker.run()
        return None, checker.facts
    except Fault as fault:
        return fault, checker.facts


def arguments(given: List[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="verify.py", allow_abbrev=False, description=(
        "Checks a sealed bag or one proof of Fourfold. / Comprueba una bolsa sellada o una prueba de Fourfold."))
    parser.add_argument("path", metavar="BAG|PROOF.tlog-proof",
                        help="folder, ZIP archive or proof / carpeta, archivo ZIP o prueba")
    parser.add_argument("--key", metavar="VKEY",
                        help="the record's key, if you have it / la llave del registro, si la tiene")
    parser.add_argument("--policy", metavar="FILE", help="list of keys, for a proof / lista de llaves, para una prueba")
    parser.add_argument("--lang", choices=("en", "es"), help="language / idioma")
    options = parser.parse_args(given)
    try:
        options.key = read_key(options.key.encode("utf-8"), LOG_TYPE) if options.key is not None else None
    except ValueError:
        parser.error("--key: not a key of a record / no es la llave de un registro")
    if options.policy is not None and not options.path.endswith(".tlog-proof"):
        parser.error("--policy: only for a proof / solo para una prueba")
    return options


def main(given: List[str]) -> int:
    options = arguments(given)
    report = Report(options.lang or language_of(os.environ))
    proof = options.path.endswith(".tlog-proof")
    report.say("title.proof" if proof else "title")
    report.lines.append(visible(os.path.basename(os.path.abspath(options.path))))
    try:
        fault, facts = check(options.path, options.key, options.policy)
        if fault is None:
            report.holds(facts)
            last, status = "fourfold-verify 1 holds", 0
        else:
            report.fails(fault, facts)
            last, status = "fourfold-verify 1 fault %s %s" % (fault.code, place_for_programs(fault.place)), 1
    except Exception as error:  # a bug or no memory: told, never taken for a result
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        report.say("failed", "%s, line %s" % (type(error).__name__, trace.tb_lineno if trace else "?"))
        last, status = "fourfold-verify 1 failed", 3
    print("\n".join(report.lines + ["", last]))
    return status


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(main(sys.argv[1:]))
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(3)
