#!/usr/bin/env python3
"""Tests of verify.py, with Python 3.8 or later and its standard library alone.

    python3 -I test_verify.py                     runs the tests
    python3 test_verify.py --make DIR COUNT SEED  writes COUNT good and bad bags and proofs, and DIR/index.jsonl:
                                                  one object a line: path, exit (0 or 1), codes (the fault's code is
                                                  one of these; empty when it holds), args (options to give)
    python3 test_verify.py --variants DIR         the same with one small bag for every variant of every fault
    python3 test_verify.py --large DIR COUNT      writes one bag (kind log, a folder) of COUNT entries
    python3 test_verify.py --answer               calls verify.py once for each line of its input, arguments parted by
                                                  tabs; answers each with a line: exit status, last line of the report

The bags are made here apart from verify.py: own signing, own tree (RFC 9162's recursive definitions; verify.py
uses the iterative ones), own time stamps; the ZIP archives are made by Python's zipfile. All keys are drawn from
the seed and guard nothing; all entries are random bytes and tell of nobody.
"""
import base64
import collections
import contextlib
import datetime
import hashlib
import importlib.util
import io
import json
import os
import random
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))


def find_vectors():
    """The published vectors, `shared/vectors` beside the repository or further up; None where they are not."""
    folder = HERE
    while folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        if os.path.isdir(os.path.join(folder, "shared", "vectors")):
            return os.path.join(folder, "shared", "vectors")
    return None


VECTORS = find_vectors()


def load_verifier():
    spec = importlib.util.spec_from_file_location("verify", os.path.join(HERE, "verify.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify"] = module
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


verify = load_verifier()


# ------------------------------------------------------------------------------------------------ the maker of bags

class Curve:
    """edwards25519 in projective coordinates (X, Y, Z); only to sign, with a table of multiples of B."""
    p = 2**255 - 19
    order = 2**252 + 27742317777372353535851937790883648493
    d = -121665 * pow(121666, -1 + 2**255 - 20, p) % p

    @classmethod
    def add(cls, one, two):
        p = cls.p
        a = one[2] * two[2] % p
        b, c, e = a * a % p, one[0] * two[0] % p, one[1] * two[1] % p
        f = cls.d * c * e % p
        x = a * (b - f) * ((one[0] + one[1]) * (two[0] + two[1]) - c - e) % p
        return x, a * (b + f) * (e + c) % p, (b - f) * (b + f) % p

    @classmethod
    def times_base(cls, scalar):
        total = (0, 1, 1)
        for byte, multiples in zip(scalar.to_bytes(32, "little"), cls.multiples()):
            total = cls.add(total, multiples[byte])
        inverse = pow(total[2], cls.p - 2, cls.p)
        x, y = total[0] * inverse % cls.p, total[1] * inverse % cls.p
        return (y | (x & 1) << 255).to_bytes(32, "little")

    table = []

    @classmethod
    def multiples(cls):
        """For each of the 32 bytes of a scalar, what each of its 256 values adds."""
        if not cls.table:
            x = 15112221349535400772501151409588531511454012693041857206046113283949847762202
            step = (x, 4 * pow(5, cls.p - 2, cls.p) % cls.p, 1)
            for _ in range(32):
                row = [(0, 1, 1)]
                for _ in range(255):
                    row.append(cls.add(row[-1], step))
                cls.table.append(row)
                step = cls.add(row[-1], step)
        return cls.table


class Signer:
    """An Ed25519 key with a name, as a log (type 1) or as a cosigner (type 4)."""

    def __init__(self, rng, name, kind):
        secret = hashlib.sha512(rng.getrandbits(256).to_bytes(32, "big")).digest()
        self.scalar = int.from_bytes(secret[:32], "little") & (2**254 - 8) | 2**254
        self.prefix, self.name, self.kind = secret[32:], name, kind
        self.public = Curve.times_base(self.scalar)

    def key_id(self):
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def vkey(self):
        return vkey(self.name, self.kind, self.public)

    def sign(self, message):
        r = int.from_bytes(hashlib.sha512(self.prefix + message).digest(), "little") % Curve.order
        point = Curve.times_base(r)
        k = int.from_bytes(hashlib.sha512(point + self.public + message).digest(), "little")
        return point + ((r + k * self.scalar) % Curve.order).to_bytes(32, "little")

    def line(self, text, time=None, forge=lambda signature: signature):
        if self.kind == 4:
            message = b"cosignature/v1\ntime %d\n" % time + text
            body = time.to_bytes(8, "big") + forge(self.sign(message))
        else:
            body = forge(self.sign(text))
        return "\u2014 {} {}\n".format(self.name, b64(self.key_id() + body)).encode()


def vkey(name, kind, public):
    typed = bytes([kind]) + public
    return "{}+{}+{}".format(name, hashlib.sha256(name.encode() + b"\n" + typed).hexdigest()[:8], b64(typed))


def b64(data):
    return base64.b64encode(data).decode()


class Tree:
    """RFC 9162 section 2.1, by its recursive definitions."""

    def __init__(self, entries):
        self.levels = [[hashlib.sha256(b"\0" + entry).digest() for entry in entries]]
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([hashlib.sha256(b"\1" + below[i] + below[i + 1]).digest()
                                for i in range(0, len(below) - 1, 2)])

    def root(self, start, end):
        count = end - start
        if count == 0:
            return hashlib.sha256(b"").digest()
        if count & (count - 1) == 0 and start % count == 0:
            return self.levels[count.bit_length() - 1][start // count]
        k = split(count)
        return hashlib.sha256(b"\1" + self.root(start, start + k) + self.root(start + k, end)).digest()

    def path(self, index, start, end):
        if end - start == 1:
            return []
        k = start + split(end - start)
        if index < k:
            return self.path(index, start, k) + [self.root(k, end)]
        return self.path(index, k, end) + [self.root(start, k)]

    def consistency(self, size, start, end, known=True):
        if size == end - start:
            return [] if known else [self.root(start, end)]
        k = split(end - start)
        if size <= k:
            return self.consistency(size, start, start + k, known) + [self.root(start + k, end)]
        return self.consistency(size - k, start + k, end, False) + [self.root(start, start + k)]


def split(count):
    return 1 << (count - 1).bit_length() - 1


def canonical(value):
    """Enough of RFC 8785 for what is made here: ASCII names, no fractions."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def der(tag, *parts):
    content = b"".join(parts)
    if len(content) < 128:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def time_stamp(imprint, status=0, oid="608648016503040201", content="2a864886f70d0109100104"):
    algorithm = der(0x30, der(6, bytes.fromhex(oid)), der(5))
    info = der(0x30, der(2, b"\1"), der(6, b"\x2a\3\4"), der(0x30, algorithm, der(4, imprint)), der(2, b"\x11"),
               der(0x18, b"20261126155349Z"), der(1, b"\xff"))
    holder = der(0x30, der(6, bytes.fromhex(content)), der(0xa0, der(4, info)))
    signed = der(0x30, der(2, b"\3"), der(0x31, algorithm), holder, der(0xa0, b"\x30\0" * 90), der(0x31))
    token = der(0x30, der(6, bytes.fromhex("2a864886f70d010702")), der(0xa0, signed))
    return der(0x30, der(0x30, der(2, bytes([status]))), token)


def entry_members(rng, index, opened):
    moment = datetime.datetime(2026, 1, 1) + datetime.timedelta(seconds=index * 7 + rng.random() * 7)
    body, salt = rng.getrandbits(8 * 40).to_bytes(40, "big"), rng.getrandbits(256).to_bytes(32, "big")
    opened.append((body, salt))
    members = {"at": moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), "commitment": hashlib.sha256(body + salt).hexdigest(),
               "epoch": 1 + index // 900, "type": rng.choice(["case.opened", "field.read", "export", "node.start"]), "v": 1}
    for name, value in (("by", "%032x" % rng.getrandbits(128)), ("of", "%032x" % rng.getrandbits(128)), ("purpose", "care")):
        if rng.random() < 0.8:
            members[name] = value
    return members


class Maker:
    """Everything of one good bag; a mutation changes it before, or its files after, they are written."""

    def __init__(self, seed, kind, size):
        rng = self.rng = random.Random(seed)
        self.kind, self.size = kind, size
        self.bodies = []
        self.entries = [canonical(entry_members(rng, index, self.bodies)) for index in range(size)]
        self.origin = "log.fourfold/%032x" % rng.getrandbits(128)
        self.log = Signer(rng, self.origin, 1)
        self.witnesses = [Signer(rng, "witness.example/%d" % number, 4) for number in range(3)]
        self.policy = self.a_policy("group two 2 w0 w1 w2\ngroup all all two\nquorum all\n" if size % 5 else "quorum none\n")
        self.chosen = sorted(rng.sample(range(size), min(size, rng.randint(1, 6)))) if kind == "case" else list(range(size))
        self.opened = sorted(rng.sample(self.chosen, min(len(self.chosen), rng.randint(0, 3))))
        self.earlier = sorted({0, size, *(rng.randint(0, size) for _ in range(3))}) if size % 3 else []
        self.tree = Tree(self.entries)
        self.signed_root = None
        self.forge = lambda signature: signature
        self.cosigners = self.witnesses[:2]

    def a_policy(self, quorum):
        lines = ["# who may sign", "log " + self.log.vkey() + " https://log.example/"]
        lines += ["witness w%d %s" % (number, key.vkey()) for number, key in enumerate(self.witnesses)]
        return "\n".join(lines) + "\n\n" + quorum

    def checkpoint(self, size, root=None, origin=None, extension="", signer=None, cosigners=None):
        root = root or self.tree.root(0, size)
        text = "{}\n{}\n{}\n{}".format(origin or self.origin, size, b64(root), extension).encode()
        lines = (signer or self.log).line(text, forge=self.forge) + b"\xe2\x80\x94 other.example/x AAAAAAAA\n"
        for number, key in enumerate(self.cosigners if cosigners is None else cosigners):
            lines += key.line(text, 1795000000 + size + number)
        return text + b"\n" + lines

    def proof(self, index, entry=None, path=None, checkpoint=None):
        path = self.tree.path(index, 0, self.size) if path is None else path
        head = ["c2sp.org/tlog-proof@v1", "extra " + b64(entry or self.entries[index]), "index %d" % index]
        return ("\n".join(head + [b64(step) for step in path]) + "\n\n").encode() + checkpoint

    def payload(self):
        sealed = self.checkpoint(self.size, self.signed_root)
        files = {"data/seal.json": canonical({"kind": self.kind, "origin": self.origin, "size": self.size, "v": 1}),
                 "data/policy": self.policy.encode(), "data/checkpoint": sealed, "data/attached/acta de entrega.txt": b"acta\n"}
        if self.kind == "log":
            files.update(self.tiles())
        else:
            files.update(("data/proof/%d.tlog-proof" % index, self.proof(index, checkpoint=sealed)) for index in self.chosen)
        for index in self.opened:
            body, salt = self.bodies[index]
            files["data/opened/%d.json" % index] = canonical({"body": b64(body), "salt": b64(salt), "v": 1})
        for size in self.earlier:
            signed = files["data/earlier/%d.checkpoint" % size] = self.checkpoint(size)
            files["data/earlier/%d.1.tsr" % size] = time_stamp(hashlib.sha256(signed).digest())
            if self.kind == "case":
                path = self.tree.consistency(size, 0, self.size) if size else []
                files["data/earlier/%d.consistency" % size] = "".join(b64(step) + "\n" for step in path).encode()
        return files

    def tiles(self):
        files = {}
        for start in range(0, self.size, 256):
            bundle = self.entries[start:start + 256]
            files[tile("entries", start // 256, len(bundle))] = b"".join(len(e).to_bytes(2, "big") + e for e in bundle)
        for level in range(0, len(self.tree.levels), 8):
            hashes = self.tree.levels[level]
            for start in range(0, len(hashes), 256):
                part = hashes[start:start + 256]
                files[tile(level // 8, start // 256, len(part))] = b"".join(part)
        return files

    def files(self):
        return with_manifests(self.payload())


def tile(level, index, width):
    digits = "%09d" % index if index >= 1000000 else "%06d" % index if index >= 1000 else "%03d" % index
    parts = ["x" + digits[i:i + 3] for i in range(0, len(digits) - 3, 3)] + [digits[-3:]]
    return "data/tile/%s/%s" % (level, "/".join(parts)) + (".p/%d" % width if width < 256 else "")


def with_manifests(payload, info=None):
    files = {path: payload[path] for path in payload if path.startswith("data/")}
    octets = sum(map(len, files.values()))
    tags = {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "README.html": b"<p>Read me</p>\n",
            "bag-info.txt": info or b"Bagging-Date: 2026-11-26\nPayload-Oxum: %d.%d\n" % (octets, len(files)),
            "manifest-sha256.txt": manifest(files)}
    tags.update((path, payload[path]) for path in payload if not path.startswith("data/"))
    tags["tagmanifest-sha256.txt"] = manifest(tags)
    return dict(files, **tags)


def manifest(files):
    return b"".join(hashlib.sha256(files[path]).hexdigest().encode() + b"  " + path.replace("%", "%25").encode() + b"\n"
                    for path in sorted(files))


def write_folder(files, top):
    for path, data in files.items():
        where = os.path.join(top, path)
        os.makedirs(os.path.dirname(where), exist_ok=True)
        with open(where, "wb") as file:
            file.write(data)


def write_zip(files, path, top="", extra=(), method=zipfile.ZIP_DEFLATED):
    """`files` and then `extra`, a list of (name or ZipInfo, data)."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in list(files.items()) + list(extra):
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(top + name)
            if isinstance(name, str):
                info.compress_type = method
                info.external_attr = 0o100644 << 16
            archive.writestr(info, data)


def write_zip_64(files, path, top=""):
    """APPNOTE 4.3.14, 4.5.3: an archive in which every number is a large one, as if it were huge; with folders."""
    folders = sorted({top + name[:at] for name in files for at in range(len(name)) if name[:at].endswith("/")})
    body, directory = b"", b""
    for name, data in [(folder, b"") for folder in folders] + [(top + name, data) for name, data in files.items()]:
        raw, crc = name.encode(), zlib.crc32(data)
        large = struct.pack("<2H3Q", 1, 24, len(data), len(data), len(body))
        kind = 0o40755 if name.endswith("/") else 0o100644
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 0x32d, 45, 0x800, 0, 0, 33, crc, 0xffffffff, 0xffffffff, len(raw),
                                 len(large), 0, 0, 0, kind << 16, 0xffffffff) + raw + large
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 45, 0x800, 0, 0, 33, crc, 0xffffffff, 0xffffffff, len(raw), 20) + raw
        body += large[:2] + struct.pack("<H2Q", 16, len(data), len(data)) + data
    count, end = len(folders) + len(files), len(body) + len(directory)
    with open(path, "wb") as file:
        file.write(body + directory + struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), len(body))
                   + struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
                   + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xffff, 0xffff, 0xffffffff, 0xffffffff, 0))


# ----------------------------------------------------------------------------------------------- what can be wrong

BAD = []
Case = collections.namedtuple("Case", "name codes kinds make raw")


def bad(*codes, kinds=("log", "case"), raw=False):
    """Registers a mutation: make(maker, rng) gives the files of a bag with this fault; a raw one writes to a path."""
    def register(make):
        BAD.append(Case(make.__name__, codes, kinds, make, raw))
        return make
    return register


def flip(data, rng, start=0, end=None):
    """One bit, but not bit 5: it only turns a hexadecimal digit from small to capital."""
    data = bytearray(data)
    data[rng.randrange(start, end or len(data))] ^= 1 << rng.choice([0, 1, 2, 3, 4, 6, 7])
    return bytes(data)


def pick(files, rng, part):
    return rng.choice(sorted(path for path in files if part in path))


def changed(files, path, data):
    return with_manifests(dict(files, **{path: data}))


# -- the container, the declaration, the manifests

@bad("bag.digest")
def a_bit_flipped(maker, rng):
    files = maker.files()
    path = rng.choice(sorted(set(files) - {"bagit.txt", "tagmanifest-sha256.txt"} - {p for p in files if not files[p]}))
    return dict(files, **{path: flip(files[path], rng)})


@bad("bag.malformed", "bag.path", "bag.absent", "bag.digest", "bag.duplicate")
def a_bit_flipped_in_the_tag_manifest(maker, rng):
    files = maker.files()
    return dict(files, **{"tagmanifest-sha256.txt": flip(files["tagmanifest-sha256.txt"], rng)})


@bad("bag.malformed")
def a_bit_flipped_in_bagit_txt(maker, rng):
    files = maker.files()
    return dict(files, **{"bagit.txt": flip(files["bagit.txt"], rng)})


@bad("bag.digest", "bag.malformed")
def a_file_truncated(maker, rng):
    files = maker.files()
    path = rng.choice(sorted(p for p in files if files[p] and p != "tagmanifest-sha256.txt"))
    return dict(files, **{path: files[path][:rng.randrange(len(files[path]))]})


@bad("bag.digest")
def two_files_swapped(maker, rng):
    files = maker.files()
    one, two = "data/seal.json", rng.choice(["data/policy", "data/checkpoint"])
    return dict(files, **{one: files[two], two: files[one]})


@bad("bag.absent")
def a_file_taken_away(maker, rng):
    files = maker.files()
    del files[rng.choice(sorted(path for path in files if path.startswith("data/")))]
    return files


@bad("bag.unlisted")
def a_file_put_in(maker, rng):
    return dict(maker.files(), **{rng.choice(["data/attached/new.txt", "notes.txt", "data/tile/0/999"]): b"new"})


@bad("bag.missing")
def no_declaration(maker, rng):
    files = maker.files()
    del files[rng.choice(["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])]
    return files


@bad("bag.malformed")
def another_declaration(maker, rng):
    return with_manifests(dict(maker.payload(), **rng.choice([
        {"bagit.txt": b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"},
        {"bagit.txt": b"\xef\xbb\xbfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
        {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8"},
        {"fetch.txt": b"https://example.org/x 3 data/x\n"}, {"manifest-md5.txt": b""}, {"tagmanifest-sha512.txt": b""}])))


@bad("bag.malformed", "bag.path", "bag.duplicate", "bag.absent")
def another_line_in_a_manifest(maker, rng):
    files = maker.files()
    line = rng.choice([b"\n", b"0" * 64 + b"  data/../x\n", b"0" * 64 + b"  /etc/passwd\n", b"0" * 63 + b"  data/x\n",
                       b"0" * 64 + b"  data/a%zz\n", b"0" * 64 + b"  data/a%0A\n", b"0" * 64 + b" README.html\n",
                       b"0" * 64 + b"  data/\xff\n", b"0" * 64 + b"  data/" + b"x" * 5000 + b"\n", b"0" * 64 + b" *data/x\n",
                       files["manifest-sha256.txt"].split(b"\n")[0] + b"\n", b"0" * 64 + b"\tdata/not-here\n"])
    return with_manifests(dict(maker.payload(), **{"manifest-sha256.txt": files["manifest-sha256.txt"] + line}))


@bad("bag.oxum")
def another_number_of_bytes(maker, rng):
    return with_manifests(maker.payload(), b"payload-oxum: %d.7\r\n" % rng.randrange(10**6))


@bad("bag.path", raw=True)
def a_path_that_leads_out(maker, rng, path):
    names = ["../x", "/etc/x", "data/../../x", "data//x", "./x", "data/a\\b", "C:/x", "data/a\nb", "data/\x9b", "data/."]
    write_zip(maker.files(), path, extra=[(rng.choice(names), b"out")])


@bad("bag.path", raw=True)
def a_symbolic_link(maker, rng, path):
    info = zipfile.ZipInfo("data/attached/link")
    info.external_attr = rng.choice([stat.S_IFLNK, stat.S_IFIFO, stat.S_IFDIR]) << 16
    write_zip(maker.files(), path, extra=[(info, b"../../etc/passwd")])


@bad("bag.duplicate", raw=True)
def the_same_path_twice(maker, rng, path):
    extra = [(rng.choice(["data/policy", "data/Policy", "BAGIT.TXT", "data/policy/x"]), b"log x\n")]
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write_zip(maker.files(), path, extra=extra)


@bad("bag.unreadable", raw=True)
def an_archive_cut_off(maker, rng, path):
    out = io.BytesIO()
    write_zip(maker.files(), out)
    data = out.getvalue()
    with open(path, "wb") as file:
        file.write(rng.choice([data[:rng.randrange(len(data))], data + b"x", b"", b"PK\5\6", b"x" + data, rng.getrandbits(4000).to_bytes(500, "big")]))


@bad("bag.unreadable", raw=True)
def another_compression(maker, rng, path):
    write_zip(maker.files(), path, method=rng.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]))


@bad("bag.limit")
def a_file_beyond_its_limit(maker, rng):
    path = rng.choice(["data/seal.json", "data/policy", "data/checkpoint", "bagit.txt", "data/earlier/1.checkpoint"])
    return with_manifests(dict(maker.payload(), **{path: b" " * 65537}))


@bad("bag.limit", raw=True)
def a_path_beyond_its_limit(maker, rng, path):
    write_zip(maker.files(), path, top="a/", extra=[("a/data/attached/" + "\u00f1" * 250, b"")])


# -- the seal, the keys, the checkpoint

@bad("seal.missing")
def no_seal(maker, rng):
    payload = maker.payload()
    del payload["data/seal.json"]
    return with_manifests(payload)


@bad("seal.malformed")
def another_seal(maker, rng):
    seal = {"kind": maker.kind, "origin": maker.origin, "size": maker.size, "v": 1}
    text = canonical(seal)
    return changed(maker.payload(), "data/seal.json", rng.choice([
        text + b"\n", text.replace(b":1}", b":1.0}"), text.replace(b'"v":1', b'"v":1,"v":1'), text.replace(b'"kind"', b'"k\\u0069nd"'),
        canonical(dict(seal, more=1)), canonical(dict(seal, kind="all")), canonical(dict(seal, v=2)), canonical(dict(seal, v=True)),
        canonical(dict(seal, size=2**40)), canonical(dict(seal, size=-1)), canonical(dict(seal, size=str(maker.size))),
        canonical(dict(seal, origin="log.example")), text[:-1], b"[" * 50000, b"", b"null", b'{"v":1}', b"\xff",
        text.replace(b'"log.', b'"\\ud800log.'), json.dumps(seal).encode(), text.replace(b'"v":1', b'"v":1e400')]))


@bad("seal.unknown")
def a_file_of_no_kind(maker, rng):
    paths = ["data/x", "data/opened/01.json", "data/opened/9999999999999.json", "data/earlier/1.tsr", "data/policy.bak",
             "data/earlier/1.1.tsr.bak", "data/tile/0/x000/001", "data/tile/0/999", "data/opened/\u0661.json"]
    paths += ["data/proof/1.tlog-proof", "data/tile/00/000"] if maker.kind == "log" else ["data/tile/0/000", "data/proof/00.tlog-proof"]
    return changed(maker.payload(), rng.choice(paths), b"x")


@bad("keys.missing")
def no_policy(maker, rng):
    payload = maker.payload()
    del payload["data/policy"]
    return with_manifests(payload)


@bad("keys.malformed")
def another_policy(maker, rng):
    good, log = maker.policy, maker.log
    order_8 = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
    worse = [good[:-1], good + "quorum none\n", good + "log " + log.vkey() + "\n", good.replace("quorum", "quorums"),
             good.replace("log " + log.vkey(), "log " + vkey(log.name, 4, log.public)), good + "witness w0 " + Signer(rng, "x", 4).vkey() + "\n",
             good.replace(log.vkey(), vkey(log.name, 1, order_8)), good.replace(log.vkey(), vkey(log.name, 1, b"\xff" * 32)),
             good.replace(log.vkey(), vkey(log.name, 1, (2**255 - 19 + 1).to_bytes(32, "little"))), good.replace(log.vkey(), log.vkey()[:-1]),
             good.replace(log.vkey(), log.name + "+00000000+" + log.vkey().split("+", 2)[2]), "", "quorum none\n", good.replace("\n", "\r\n"),
             good + "witness w9 " + vkey("other", 4, maker.witnesses[0].public) + "\n", good + "group g 3 w0 w1\n", good + "group g 0 w0\n",
             good + "group none any w0\n", good + "group g any none\n", good + "group g any later\n", good + "group g any w0 w0\n",
             good.replace("w2 ", "none "), good + "witness\n", good.replace(log.vkey(), "a b"), good + "\x0b\n",
             good.replace("log ", "log \u00a0")]
    return changed(maker.payload(), "data/policy", rng.choice(worse).encode())


@bad("checkpoint.missing")
def no_checkpoint(maker, rng):
    payload = maker.payload()
    del payload["data/checkpoint"]
    return with_manifests(payload)


@bad("checkpoint.malformed")
def a_checkpoint_that_is_none(maker, rng):
    good = maker.checkpoint(maker.size)
    return changed(maker.payload(), "data/checkpoint", rng.choice([
        maker.checkpoint(maker.size, extension="more\n"), good[:-1], good.partition(b"\n\n")[0] + b"\n\n", b"", b"\n\n", good + b"\n",
        good.replace(b"\n%d\n" % maker.size, b"\n0%d\n" % maker.size, 1), good.replace("\u2014".encode(), b"-"), good.replace(b"other", b"\xffther"),
        good.replace(b"other.example/x", b"other+x"), good.replace(b"other.example/x", "other\u3000x".encode()), good.replace(b"AAAAAAAA", b"AAAAAA=="),
        good.replace(b"AAAAAAAA", b"AAAAAAB="), good.replace(b"other", b"o\tther"), good.replace(b"\n", b"\r\n"),
        maker.checkpoint(2**40, root=bytes(32)), maker.checkpoint(maker.size, root=b"short")]))


@bad("checkpoint.origin")
def a_checkpoint_of_another_log(maker, rng):
    return changed(maker.payload(), "data/checkpoint", maker.checkpoint(maker.size, origin="log.fourfold/" + "0" * 32))


@bad("checkpoint.size")
def an_older_checkpoint_replayed(maker, rng):
    return changed(maker.payload(), "data/checkpoint", maker.checkpoint(rng.randrange(maker.size)))


@bad("checkpoint.unsigned")
def signed_by_another_key_of_the_name(maker, rng):
    other = Signer(rng, maker.log.name, 1)
    return changed(maker.payload(), "data/checkpoint", maker.checkpoint(maker.size, signer=other))


def times_order(signature):
    return signature[:32] + (int.from_bytes(signature[32:], "little") + Curve.order).to_bytes(32, "little")


@bad("checkpoint.signature")
def a_forged_signature(maker, rng):
    def forge(signature):
        return rng.choice([flip(signature, rng), signature[:63], signature + b"\0", bytes(64), times_order(signature),
                           b"\1" + bytes(63), b"\xff" * 64])
    maker.forge = forge
    payload = maker.payload()
    maker.forge = lambda signature: signature
    return with_manifests(payload)


@bad("checkpoint.cosignature")
def a_forged_cosignature(maker, rng):
    good = maker.checkpoint(maker.size, cosigners=[])
    text, witness = good.partition(b"\n\n")[0] + b"\n", rng.choice(maker.witnesses)
    forge = rng.choice([lambda s: flip(s, rng), lambda s: s[:-1], times_order])
    line = rng.choice([witness.line(text, 5, forge), witness.line(text, 2**63), witness.line(text + b"x\n", 5)])
    return changed(maker.payload(), "data/checkpoint", good + line)


@bad("checkpoint.quorum")
def too_few_witnesses(maker, rng):
    maker.policy = maker.a_policy(rng.choice(["quorum w2\n", "group g all w0 w1 w2\nquorum g\n", "group a any w2\ngroup b 1 a\nquorum b\n"]))
    return maker.files()


@bad("checkpoint.quorum")
def one_witness_counted_twice(maker, rng):
    maker.policy = maker.a_policy("group g 2 w0 w1\nquorum g\n")
    maker.cosigners = [maker.witnesses[0], maker.witnesses[0]]
    return maker.files()


# -- the entries of a whole log

@bad("tile.missing", kinds=("log",))
def a_tile_taken_out(maker, rng):
    payload = maker.payload()
    del payload[pick(payload, rng, "data/tile/")]
    return with_manifests(payload)


@bad("tile.malformed", kinds=("log",))
def a_tile_of_another_length(maker, rng):
    payload = maker.payload()
    path = pick(payload, rng, "data/tile/")
    return changed(payload, path, rng.choice([payload[path] + b"\0", payload[path][:-1], payload[path] * 2, b""]))


@bad("tile.malformed", "entry.malformed", "entry.hash", "entry.time", kinds=("log",))
def a_bit_flipped_in_a_bundle(maker, rng):
    payload = maker.payload()
    path = pick(payload, rng, "/entries/")
    return changed(payload, path, flip(payload[path], rng))


@bad("entry.hash", kinds=("log",))
def a_bit_flipped_in_a_leaf_hash(maker, rng):
    payload = maker.payload()
    path = pick(payload, rng, "tile/0/")
    return changed(payload, path, flip(payload[path], rng))


@bad("tile.hash", "tree.root", kinds=("log",))
def a_bit_flipped_in_a_higher_tile(maker, rng):
    payload = maker.payload()
    if maker.size < 256:
        maker.signed_root = hashlib.sha256(b"another").digest()
        return maker.files()
    path = pick(payload, rng, "tile/1/")
    return changed(payload, path, flip(payload[path], rng))


@bad("tree.root", kinds=("log",))
def another_root_signed(maker, rng):
    maker.signed_root = maker.tree.root(0, maker.size - 1)
    return maker.files()


@bad("entry.hash", "entry.time", kinds=("log",))
def entries_reordered_or_replayed(maker, rng):
    maker_payload, entries = maker.payload(), list(maker.entries)
    if maker.size == 1:
        entries[0] = entries[0].replace(b'"v":1', b'"v":1').replace(b'"epoch":1', b'"epoch":2')
    elif rng.random() < 0.5:
        entries[0], entries[-1] = entries[-1], entries[0]
    else:
        entries[-1] = entries[-2]
    maker.entries = entries
    bundles = {path: data for path, data in maker.tiles().items() if "/entries/" in path}
    return with_manifests(dict(maker_payload, **bundles))


def spoiled(entry, rng):
    """An entry that is not one; every one is a change that a reader of another kind might let pass."""
    text = entry.decode()
    at = json.loads(text)["at"]
    return rng.choice([
        text.replace('"v":1', '"v":1,"v":1'), text.replace('"v":1', '"v":2'), text.replace('"v":1', '"v":1.0'), text + " ", " " + text,
        text.replace('"v":1', '"v":true'), text.replace('"type"', '"typ\\u0065"'), text.replace('"v":1', '"v":1,"w":1'), text.replace(",", ", ", 1),
        text.replace(at, at[:-1]), text.replace(at, "2026-02-30" + at[10:]), text.replace(at, at[:11] + "24:00:00.000000Z"),
        text.replace(at, at[:17] + "60.000000Z"), text.replace(at, at[:-4] + "Z"), text.replace(at, "0000" + at[4:]), text.replace("Z", "z"),
        text.replace('"epoch":', '"epoch":0'), text.replace('"epoch":', '"epoch":-'), text.replace('"epoch":', '"epoch":1234567890'),
        text.replace('"type":"', '"type":"-'), text.replace('"type":"', '"type":"' + "x" * 60), text.replace('"commitment":"', '"commitment":"0'),
        text.replace('"commitment":"', '"Commitment":"'), '{"type":"x"}', "", "x" * 1025, text.replace('"type":"', '"type":"\\ud800'),
        text.replace('"type":"', '"type":"\u00f1'), text.replace('"type":"', '"type":"A')]).encode("utf-8")


@bad("entry.malformed", "proof.malformed")  # a proof with nothing in it is no proof
def an_entry_that_is_none(maker, rng):
    index = rng.choice(maker.chosen)
    maker.entries[index] = spoiled(maker.entries[index], rng)
    maker.tree = Tree(maker.entries)
    return maker.files()


@bad("entry.time")
def a_clock_set_back(maker, rng):
    if len(maker.chosen) == 1:
        maker.__init__("clock", maker.kind, 7)
        maker.chosen = [2, 5]
        maker.opened = []
    index = maker.chosen[-1]
    entry = json.loads(maker.entries[index])
    maker.entries[index] = canonical(dict(entry, at="2025-12-31T23:59:59.999999Z"))
    maker.tree = Tree(maker.entries)
    return maker.files()


# -- the proofs of a case

@bad("proof.missing", kinds=("case",))
def no_entry_at_all(maker, rng):
    maker.chosen, maker.opened = [], []
    return maker.files()


@bad("proof.malformed", kinds=("case",))
def a_proof_that_is_none(maker, rng):
    payload = maker.payload()
    path = pick(payload, rng, "data/proof/")
    good = payload[path]
    return changed(payload, path, rng.choice([
        good.replace(b"@v1", b"@v2"), good.replace(b"extra", b"extrb"), good.replace(b"index ", b"index 0"), good.replace(b"index ", b"index 1"),
        good.partition(b"\n\n")[0], b"", good.replace(b"\nindex", b"\n\nindex"), good.replace(b"index", b"extra AA==\nindex"), good.replace(b"extra ", b"extra  ")]))


@bad("proof.malformed", kinds=("case",))
def a_proof_under_another_name(maker, rng):
    payload = maker.payload()
    path = pick(payload, rng, "data/proof/")
    return changed(payload, "data/proof/%d.tlog-proof" % (maker.size + rng.randrange(9)), payload[path])


@bad("proof.checkpoint", kinds=("case",))
def a_proof_under_another_checkpoint(maker, rng):
    payload, index = maker.payload(), rng.choice(maker.chosen)
    other = maker.checkpoint(maker.size, cosigners=maker.witnesses)
    return changed(payload, "data/proof/%d.tlog-proof" % index, maker.proof(index, checkpoint=rng.choice([other, b"", payload["data/checkpoint"] + b"\n"])))


@bad("proof.inclusion", kinds=("case",))
def a_proof_of_another_entry(maker, rng):
    payload, index = maker.payload(), rng.choice(maker.chosen)
    path = maker.tree.path(index, 0, maker.size)
    entry = maker.entries[index].replace(b'"type":"', b'"type":"x')
    worse = rng.choice([{"entry": entry}, {"path": path + [bytes(32)]}, {"path": [bytes(32)] + path[1:] + [bytes(32)] * (not path)}])
    return changed(payload, "data/proof/%d.tlog-proof" % index, maker.proof(index, checkpoint=payload["data/checkpoint"], **worse))


# -- what was opened, earlier checkpoints, time stamps

def an_opened(maker, body=None, salt=None):
    index = maker.chosen[-1]
    good_body, good_salt = maker.bodies[index]
    return "data/opened/%d.json" % index, {"body": b64(good_body if body is None else body), "salt": b64(good_salt if salt is None else salt), "v": 1}


@bad("opened.malformed")
def an_opened_entry_that_is_none(maker, rng):
    path, value = an_opened(maker)
    text = canonical(value)
    return changed(maker.payload(), path, rng.choice([
        text + b"\n", text[:-1], canonical(dict(value, v=2)), canonical(dict(value, salt=b64(bytes(31)))), canonical(dict(value, more="")),
        canonical(dict(value, body="A")), canonical(dict(value, body="AB==")), canonical(dict(value, body=1)), canonical(dict(value, body="\u00f1AA=")),
        text.replace(b'"v":1', b'"v":1,"v":1'), text.replace(b"=", b"\\u003d"), b"[]", canonical(dict(value, v=True))]))


@bad("opened.unknown")
def something_opened_that_is_not_here(maker, rng):
    _, value = an_opened(maker)
    return changed(maker.payload(), "data/opened/%d.json" % (maker.size + rng.choice([0, 1, 10**9])), canonical(value))


@bad("opened.commitment")
def something_else_opened(maker, rng):
    path, value = an_opened(maker, *rng.choice([(b"another", None), (None, bytes(32)), (b"", None)]))
    return changed(maker.payload(), path, canonical(value))


def with_earlier(maker, size, checkpoint, consistency=None):
    maker.earlier = []
    payload = maker.payload()
    payload["data/earlier/%d.checkpoint" % size] = checkpoint
    if maker.kind == "case":
        path = maker.tree.consistency(size, 0, maker.size) if 0 < size <= maker.size else []
        payload["data/earlier/%d.consistency" % size] = b"".join(b64(step).encode() + b"\n" for step in path) if consistency is None else consistency
    return payload


@bad("earlier.malformed")
def an_earlier_checkpoint_that_is_none(maker, rng):
    size = rng.randint(0, maker.size)
    good = maker.checkpoint(size)
    return with_manifests(with_earlier(maker, size, rng.choice([
        b"", good[:-1], maker.checkpoint(size + 1, root=bytes(32)), maker.checkpoint(size, extension="x\n")])))


@bad("earlier.malformed")
def a_consistency_proof_amiss(maker, rng):
    payload = with_earlier(maker, maker.size, maker.checkpoint(maker.size), rng.choice([b"x\n", b"\n", b64(bytes(32)).encode(), b64(bytes(32)).encode() + b"\n"]))
    if maker.kind == "log":
        payload["data/earlier/%d.consistency" % maker.size] = b""
    elif rng.random() < 0.3:
        del payload["data/earlier/%d.consistency" % maker.size]
    elif rng.random() < 0.3:
        del payload["data/earlier/%d.checkpoint" % maker.size]
    return with_manifests(payload)


@bad("earlier.origin")
def an_earlier_checkpoint_of_another_log(maker, rng):
    return with_manifests(with_earlier(maker, maker.size, maker.checkpoint(maker.size, origin="log.fourfold/" + "f" * 32)))


@bad("earlier.size")
def an_earlier_checkpoint_that_is_larger(maker, rng):
    return with_manifests(with_earlier(maker, maker.size + 1, maker.checkpoint(maker.size + 1, root=bytes(32))))


@bad("earlier.unsigned")
def an_earlier_checkpoint_by_another_key(maker, rng):
    return with_manifests(with_earlier(maker, maker.size, maker.checkpoint(maker.size, signer=Signer(rng, maker.log.name, 1))))


@bad("earlier.signature")
def an_earlier_checkpoint_forged(maker, rng):
    maker.forge = lambda signature: flip(signature, rng)
    signed = maker.checkpoint(maker.size)
    maker.forge = lambda signature: signature
    return with_manifests(with_earlier(maker, maker.size, signed))


@bad("earlier.cosignature")
def a_witness_of_earlier_forged(maker, rng):
    good = maker.checkpoint(maker.size)
    return with_manifests(with_earlier(maker, maker.size, good + maker.witnesses[2].line(b"another\n", 7)))


@bad("earlier.fork")
def a_fork_that_log_and_witnesses_signed(maker, rng):
    size = rng.randint(1, maker.size)
    return with_manifests(with_earlier(maker, size, maker.checkpoint(size, root=hashlib.sha256(b"%d" % rng.randrange(99)).digest())))


@bad("timestamp.malformed")
def a_time_stamp_that_is_none(maker, rng):
    payload = with_earlier(maker, maker.size, maker.checkpoint(maker.size))
    good = time_stamp(hashlib.sha256(payload["data/earlier/%d.checkpoint" % maker.size]).digest())
    stamp = rng.choice([good + good, good + b"\0", good[:-1], b"", time_stamp(bytes(32), status=2), time_stamp(bytes(32), content="2a864886f70d010701"),
                        der(0x30, der(0x30, der(2, b"\2"))), b"\x30\x80\0\0", b"\x30\x84\xff\xff\xff\xff", b"\x30\x82\0\x01\0", b"\x1f" * 9])
    number = rng.choice([0, 1, 77])
    return with_manifests(dict(payload, **{"data/earlier/%d.%d.tsr" % (maker.size, number): stamp}))


@bad("timestamp.malformed")
def a_time_stamp_of_nothing(maker, rng):
    payload = with_earlier(maker, maker.size, maker.checkpoint(maker.size))
    return with_manifests(dict(payload, **{"data/earlier/%d.1.tsr" % (maker.size + 1): time_stamp(bytes(32))}))


@bad("timestamp.imprint")
def a_time_stamp_of_another_document(maker, rng):
    payload = with_earlier(maker, maker.size, maker.checkpoint(maker.size))
    digest = hashlib.sha256(payload["data/earlier/%d.checkpoint" % maker.size]).digest()
    stamp = rng.choice([time_stamp(bytes(32)), time_stamp(digest, oid="608648016503040202"), time_stamp(digest[:31]), time_stamp(digest, status=1, oid="2b0e03021a")])
    return with_manifests(dict(payload, **{"data/earlier/%d.3.tsr" % maker.size: stamp}))


# ------------------------------------------------------------------------------------------------- making many

SMALL = (1, 2, 3, 7, 8, 19, 64, 100)
SIZES = (1, 2, 3, 7, 8, 19, 64, 100, 255, 256, 257, 300, 511, 512, 513, 700)


def a_maker(rng, kind=None):
    """Mostly a small one; one in three of any size."""
    sizes = SIZES if rng.random() < 0.33 else SMALL
    return Maker("maker-%d" % rng.randrange(40), kind or rng.choice(["log", "case"]), rng.choice(sizes))


def write_bag(files, path, rng):
    """As a folder, or as an archive of one of the kinds allowed; gives the path written."""
    form = rng.randrange(6)
    if form == 0:
        write_folder(files, path)
        return path
    if form == 1:
        write_zip_64(files, path + ".zip", top=rng.choice(["", "bag/"]))
        return path + ".zip"
    write_zip(files, path + ".zip", top=rng.choice(["", "bag/", "la bolsa \u00f1/"]), method=rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return path + ".zip"


def write_bad(case, rng, path):
    maker = a_maker(rng, rng.choice(case.kinds))
    if case.raw:
        case.make(maker, rng, path + ".zip")
        return path + ".zip"
    return write_bag(case.make(maker, rng), path, rng)


def write_proof(rng, path):
    """A proof alone, good or not: (codes, options)."""
    maker = a_maker(rng, "case")
    index, signed = rng.randrange(maker.size), maker.checkpoint(maker.size)
    good = maker.proof(index, checkpoint=signed)
    codes, data, key = rng.choice([
        ((), good, maker.log), (("checkpoint.unsigned",), good, Signer(rng, maker.log.name, 1)), (("checkpoint.origin",), good, Signer(rng, "x", 1)),
        (("proof.inclusion",), maker.proof(index, path=[bytes(32)] * 3 if maker.size != 8 else [], checkpoint=signed), maker.log),
        (("proof.malformed",), good[1:], maker.log), (("bag.limit",), good + b" " * 65536, maker.log), (("keys.missing",), good, None)])
    with open(path + ".tlog-proof", "wb") as file:
        file.write(data)
    return codes, ["--key", key.vkey()] if key else []


def make_many(top, count, seed):
    os.makedirs(top)
    with open(os.path.join(top, "index.jsonl"), "w", encoding="utf-8") as index:
        for number in range(count):
            rng = random.Random("%s/%d" % (seed, number))
            path, args, draw = os.path.join(top, "%06d" % number), [], rng.random()
            if draw < 0.2:
                name, codes, path = "good", (), write_bag(a_maker(rng).files(), path, rng)
            elif draw < 0.25:
                codes, args = write_proof(rng, path)
                name, path = "a proof alone", path + ".tlog-proof"
            elif draw < 0.27:
                maker = a_maker(rng)
                name, codes, args = "another key", ("keys.other",), ["--key", Signer(rng, maker.origin, 1).vkey()]
                path = write_bag(maker.files(), path, rng)
            else:
                case = BAD[number % len(BAD)]
                name, codes, path = case.name, case.codes, write_bad(case, rng, path)
            json.dump({"path": os.path.basename(path), "name": name, "exit": 1 if codes else 0, "codes": codes, "args": args}, index)
            index.write("\n")


# ------------------------------------------------------------------------------------------------------- answering

def answer():
    for line in sys.stdin:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
            try:
                status = verify.main(line.rstrip("\n").split("\t"))
            except SystemExit as end:
                status = end.code
        print(status, (said.getvalue().rstrip("\n").rpartition("\n")[2]), flush=True)


# ---------------------------------------------------------------------------------------------------- the tests

def result(path, key=None, policy=None):
    """What verify.py finds: (exit status, code, place)."""
    fault, facts = verify.check(path, verify.read_key(key.encode(), 1) if key else None, policy)
    assert fault is None or fault.code in verify.FAULTS, fault.code
    return (0, "", "") if fault is None else (1, fault.code, verify.place_for_programs(fault.place))


class InTurn(random.Random):
    """Chooses the n-th of whatever is offered, so that all can be had in turn; tells how many the longest offer had."""

    def __new__(cls, number):
        return super().__new__(cls, number)

    def __init__(self, number):
        super().__init__(number)
        self.number, self.most = number, 1

    def choice(self, options):
        self.most = max(self.most, len(options))
        return options[self.number % len(options)]


def variants(top):
    """A small bag for every variant of every mutation: the mutation, the variant's number, the path."""
    for case in BAD:
        number, most = 0, 1
        while number < min(most, 32):
            rng, path = InTurn(number), os.path.join(top, "%s-%d" % (case.name, number))
            maker = Maker("variant", case.kinds[-1], 9)
            if case.raw:
                case.make(maker, rng, path)
            else:
                write_zip(case.make(maker, rng), path)
            yield case, number, path
            number, most = number + 1, max(most, rng.most)


def make_variants(top):
    os.makedirs(top)
    with open(os.path.join(top, "index.jsonl"), "w", encoding="utf-8") as index:
        for case, _, path in variants(top):
            json.dump({"path": os.path.basename(path), "name": case.name, "exit": 1, "codes": case.codes, "args": []}, index)
            index.write("\n")


class InAFolder(unittest.TestCase):

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.top = holder.name

    def path(self, name):
        return os.path.join(self.top, name)

    def zip(self, files, name="bag.zip", **options):
        write_zip(files, self.path(name), **options)
        return self.path(name)


class GoodBags(InAFolder):

    def test_a_good_bag_of_any_size_and_kind_holds(self):
        for kind in ("log", "case"):
            for size in SIZES:
                with self.subTest(kind=kind, size=size):
                    maker = Maker("good", kind, size)
                    self.assertEqual(result(self.zip(maker.files()), maker.log.vkey()), (0, "", ""))

    def test_an_empty_log_holds(self):
        maker = Maker("empty", "log", 0)
        self.assertEqual(result(self.zip(maker.files())), (0, "", ""))
        maker.signed_root = bytes(32)
        self.assertEqual(result(self.zip(maker.files()))[1], "checkpoint.malformed")
        maker = Maker("not empty", "log", 3)
        wrong = with_earlier(maker, 0, maker.checkpoint(0, root=bytes(32)))
        self.assertEqual(result(self.zip(with_manifests(wrong)))[1], "earlier.malformed")
        self.assertEqual(result(self.zip(maker.files()), Signer(random.Random(1), maker.origin, 1).vkey())[1], "keys.other")

    def test_a_log_with_three_levels_of_tiles_holds_and_a_bit_in_any_level_shows(self):
        maker = Maker("large", "log", 65536 + 300)
        payload = maker.payload()
        self.assertEqual(result(self.zip(with_manifests(payload), method=zipfile.ZIP_STORED)), (0, "", ""))
        for path, code in (("data/tile/0/256", "entry.hash"), ("data/tile/1/001.p/1", "tile.hash"), ("data/tile/2/000.p/1", "tile.hash")):
            files = changed(payload, path, flip(payload[path], random.Random(path)))
            self.assertEqual(result(self.zip(files, method=zipfile.ZIP_STORED))[1], code)

    def test_a_failure_of_the_verifier_itself_is_three_and_no_result(self):
        bag = self.zip(Maker("failing", "log", 3).files())
        for failure in (MemoryError(), RecursionError(), KeyError("a mistake")):
            said = io.StringIO()
            with unittest.mock.patch.object(verify, "check", side_effect=failure), contextlib.redirect_stdout(said):
                self.assertEqual(verify.main([str(bag), "--lang", "en"]), 3)
            self.assertIn(type(failure).__name__, said.getvalue())
            self.assertTrue(said.getvalue().endswith("\nfourfold-verify 1 failed\n"))

    def test_a_folder_and_every_kind_of_archive_say_the_same(self):
        files = Maker("forms", "log", 300).files()
        write_folder(files, self.path("bag"))
        folders = [(zipfile.ZipInfo("bag/data/"), b"")]
        folders[0][0].external_attr = stat.S_IFDIR << 16
        for path in (self.path("bag"), self.zip(files, "1"), self.zip(files, "2", top="bag/", extra=folders),
                     self.zip(files, "3", method=zipfile.ZIP_STORED)):
            self.assertEqual(result(path), (0, "", ""))

    def test_an_archive_of_more_files_than_its_first_format_could_count_holds(self):
        files = with_manifests(dict(Maker("many", "case", 3).payload(), **{"data/attached/%d" % n: b"" for n in range(66_000)}))
        self.assertEqual(result(self.zip(files, method=zipfile.ZIP_STORED)), (0, "", ""))


class BadBags(InAFolder):

    def test_every_mutation_is_found_with_its_code(self):
        """300 bags, the seed of each in the message."""
        for number in range(300):
            case, rng = BAD[number % len(BAD)], random.Random("bad-%d" % number)
            path = write_bad(case, rng, self.path(str(number)))
            with self.subTest(seed=number, name=case.name):
                found = result(path)
                self.assertEqual(found[0], 1)
                self.assertIn(found[1], case.codes)

    def test_every_variant_of_every_mutation_is_found(self):
        for case, number, path in variants(self.top):
            with self.subTest(name=case.name, variant=number):
                self.assertIn(result(path)[1], case.codes)

    def test_every_code_of_a_fault_has_a_mutation(self):
        covered = {code for case in BAD for code in case.codes} | {"keys.other"}
        self.assertEqual(covered, set(verify.FAULTS))

    def test_the_place_of_a_fault_is_told(self):
        maker = Maker("place", "log", 600)
        payload = maker.payload()
        for path, data, found in (
                ("data/tile/entries/001", payload["data/tile/entries/001"].replace(b'"v":1', b'"v":2', 1), ("entry.malformed", "256")),
                ("data/tile/0/002.p/88", payload["data/tile/0/002.p/88"][:-1] + b"\0", ("entry.hash", "599")),
                ("data/tile/1/000.p/2", bytes(64), ("tile.hash", "data/tile/1/000.p/2")),
                ("data/a b%\u00f1", b"", ("seal.unknown", "data/a%20b%25%C3%B1"))):
            self.assertEqual(result(self.zip(changed(payload, path, data)))[1:], found)
        files = maker.files()
        files["manifest-sha256.txt"] += b"x\n"
        lines = files["manifest-sha256.txt"].count(b"\n")
        self.assertEqual(result(self.zip(with_manifests(dict(payload, **{"manifest-sha256.txt": files["manifest-sha256.txt"]}))))[1:],
                         ("bag.malformed", "manifest-sha256.txt:%d" % lines))

    def test_every_bit_of_a_small_bag_counts(self):
        """All files but the tag manifest itself: a bit anywhere, manifests as they were, is found in that file."""
        files, rng = Maker("bits", "case", 9).files(), random.Random(4)
        for path in sorted(files):
            for _ in range(3 if files[path] and path != "tagmanifest-sha256.txt" else 0):
                found = result(self.zip(dict(files, **{path: flip(files[path], rng)})))
                self.assertEqual(found, (1, "bag.malformed" if path == "bagit.txt" else "bag.digest", verify.place_for_programs(path)))

    def test_a_symbolic_link_and_other_things_in_a_folder_are_refused(self):
        files = Maker("link", "case", 5).files()
        write_folder(files, self.path("bag"))
        os.symlink("/etc/passwd", self.path("bag/data/attached/link"))
        self.assertEqual(result(self.path("bag")), (1, "bag.path", "data/attached/link"))
        os.unlink(self.path("bag/data/attached/link"))
        os.mkfifo(self.path("bag/data/pipe"))
        self.assertEqual(result(self.path("bag")), (1, "bag.path", "data/pipe"))

    def test_an_archive_with_any_bit_flipped_is_told_or_harmless_but_never_a_crash(self):
        out, rng = io.BytesIO(), random.Random(5)
        write_zip(Maker("archive", "case", 3).files(), out)
        data = out.getvalue()
        for _ in range(250):
            with open(self.path("x"), "wb") as file:
                file.write(flip(data, rng))
            result(self.path("x"))

    def test_nothing_and_other_things_are_no_bag(self):
        with open(self.path("empty"), "wb"):
            pass
        os.mkdir(self.path("folder"))
        self.assertEqual(result(self.path("none")), (1, "bag.unreadable", "-"))
        self.assertEqual(result(self.path("empty")), (1, "bag.unreadable", "-"))
        self.assertEqual(result(self.path("folder")), (1, "bag.missing", "bagit.txt"))
        self.assertEqual(result("/dev/null"), (1, "bag.unreadable", "-"))

    def test_an_archive_in_which_two_readers_could_see_two_bags_is_refused(self):
        """The local name, the length and place of the directory, entries over each other."""
        path = self.zip(Maker("two", "case", 3).files())
        with open(path, "rb") as file:
            good = file.read()
        end, last = good.rfind(b"PK\5\6"), good.rfind(b"PK\1\2")
        first = int.from_bytes(good[end + 16:end + 20], "little")
        longer = (int.from_bytes(good[end + 12:end + 16], "little") + 1).to_bytes(4, "little")
        for at, data in ((30, b"X"), (end + 12, longer), (end + 8, b"\1\0\1\0"), (last + 42, good[first + 42:first + 46]),
                         (last + 8, b"\1"), (last + 10, b"\x0c")):
            with open(path, "wb") as file:
                file.write(good[:at] + data + good[at + len(data):])
            self.assertEqual(result(path)[1], "bag.unreadable", at)

    def test_data_of_an_archive_that_lie_about_their_size_are_refused(self):
        files = Maker("lie", "case", 3).files()
        for change in (-1, 1):
            path = self.zip(files)
            with open(path, "rb") as file:
                data = bytearray(file.read())
            at = data.rfind(b"PK\1\2")
            size = int.from_bytes(data[at + 24:at + 28], "little") + change
            data[at + 24:at + 28] = size.to_bytes(4, "little")
            with open(path, "wb") as file:
                file.write(data)
            self.assertEqual(result(path)[1], "bag.unreadable")


class Proofs(InAFolder):

    def setUp(self):
        super().setUp()
        self.maker = Maker("proof", "case", 19)
        self.sealed = self.maker.checkpoint(19)

    def check(self, data, key=None, policy=None):
        for name, content in (("p.tlog-proof", data), ("policy", policy)):
            if content is not None:
                with open(self.path(name), "wb") as file:
                    file.write(content)
        return result(self.path("p.tlog-proof"), key, self.path("policy") if policy is not None else None)

    def test_a_proof_holds_with_the_key_or_the_policy(self):
        for index in range(19):
            good = self.maker.proof(index, checkpoint=self.sealed)
            self.assertEqual(self.check(good, self.maker.log.vkey()), (0, "", ""))
            self.assertEqual(self.check(good, None, self.maker.policy.encode()), (0, "", ""))

    def test_a_proof_with_a_fault_is_refused(self):
        good, vkey_, policy = self.maker.proof(3, checkpoint=self.sealed), self.maker.log.vkey(), self.maker.policy.encode()
        other = Signer(random.Random(1), self.maker.origin, 1).vkey()
        lonely = self.maker.proof(3, checkpoint=self.maker.checkpoint(19, cosigners=[]))
        for found, data, key, keys in (
                (("keys.missing", "key"), good, None, None), (("keys.other", "policy"), good, other, policy),
                (("keys.malformed", "policy"), good, None, b"x\n"), (("checkpoint.unsigned", "proof"), good, other, None),
                (("checkpoint.quorum", "proof"), lonely, None, policy), (("proof.malformed", "proof"), b"x" + good, vkey_, None),
                (("proof.malformed", "proof"), self.maker.proof(19, path=[], entry=b"x", checkpoint=self.sealed), vkey_, None),
                (("proof.inclusion", "proof"), self.maker.proof(3, path=[], checkpoint=self.sealed), vkey_, None),
                (("entry.malformed", "3"), self.maker.proof(3, entry=b"{}", checkpoint=self.sealed), vkey_, None),
                (("bag.limit", "proof"), good + b"x" * 65536, vkey_, None)):
            self.assertEqual(self.check(data, key, keys)[1:], found)
        self.check(good)
        self.assertEqual(result(self.path("none.tlog-proof"), vkey_)[1:], ("bag.unreadable", "proof"))
        self.assertEqual(result(self.path("p.tlog-proof"), None, self.path("none"))[1:], ("keys.missing", "policy"))

    def test_a_bit_flipped_anywhere_but_in_another_keys_line_is_found(self):
        good, rng = self.maker.proof(3, checkpoint=self.maker.checkpoint(19, cosigners=[])), random.Random(6)
        for _ in range(200):
            end = good.index("\u2014 other".encode())
            self.assertEqual(self.check(flip(good, rng, 0, end), self.maker.log.vkey())[0], 1)


class Called(InAFolder):
    """The program from outside, as a clerk calls it."""

    def call(self, *arguments, **environment):
        return subprocess.run([sys.executable, "-I", "-X", "utf8=0", os.path.join(HERE, "verify.py"), *arguments], env=dict({"LANG": "C", "PATH": ""}, **environment),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")

    def test_a_good_bag_says_what_is_proved_by_whose_keys_and_what_is_not(self):
        maker = Maker("said", "log", 301)
        path = self.zip(maker.files())
        called = self.call(path, "--lang", "en")
        self.assertEqual((called.returncode, called.stderr, called.stdout.splitlines()[-1]), (0, "", "fourfold-verify 1 holds"))
        fingerprint = hashlib.sha256(maker.log.vkey().encode()).hexdigest()
        for words in ("All 301 entries", maker.origin, fingerprint, maker.log.key_id().hex(), "witness w0", "did not sign", "2026-01-01",
                      "openssl ts -verify -data data/earlier/301.checkpoint -in data/earlier/301.1.tsr -CAfile CA.pem", "is true", "other.example/x"):
            self.assertIn(words, called.stdout)
        called = self.call(path, "--key", maker.log.vkey(), LANG="es_GT.UTF-8")
        self.assertIn("Están aquí todos los asientos (301)", called.stdout)
        self.assertIn("usted responde por ella", called.stdout)
        self.assertEqual(called.stdout.splitlines()[-1], "fourfold-verify 1 holds")

    def test_a_fault_is_said_in_both_languages_with_its_place_and_exit_status_1(self):
        maker = Maker("fault", "case", 9)
        path = self.zip(changed(maker.payload(), "data/policy", b""))
        for language, words in (("en", "does NOT hold"), ("es", "NO está en orden")):
            called = self.call(path, "--lang", language)
            self.assertIn(words, called.stdout)
            self.assertEqual((called.returncode, called.stderr, called.stdout.splitlines()[-1]), (1, "", "fourfold-verify 1 fault keys.malformed data/policy"))

    def test_called_wrongly_it_exits_2(self):
        for wrong in ([], ["x", "y"], ["x", "--lang", "fr"], ["x", "--key", "x"], ["x", "--policy", "y"], ["x", "--keys", "y"]):
            called = self.call(*wrong)
            self.assertEqual((called.returncode, called.stdout), (2, ""))
            self.assertNotIn("Traceback", called.stderr)

    def test_names_cannot_move_the_cursor_or_turn_the_writing(self):
        self.assertEqual(verify.visible("a\x9b2J\u202ex\n\u00f1"), "a\\u{9b}2J\\u{202e}x\\u{a}\u00f1")

    def test_every_fault_and_word_is_in_both_languages(self):
        for english, spanish in list(verify.FAULTS.values()) + list(verify.WORDS.values()):
            self.assertTrue(english and spanish and english != spanish)
            self.assertEqual(english.count("%s"), spanish.count("%s"))

    def test_it_imports_nothing_but_the_standard_library(self):
        called = subprocess.run([sys.executable, "-I", "-S", os.path.join(HERE, "verify.py"), "-h"], stdout=subprocess.PIPE)
        self.assertEqual(called.returncode, 0)


class Readers(unittest.TestCase):
    """The small readers, against other ways to the same answer."""

    def test_an_entry_by_pattern_is_an_entry_by_canonical_json(self):
        rng, opened = random.Random(7), []
        names = {"at", "by", "commitment", "epoch", "of", "purpose", "type", "v"}
        for index in range(3000):
            entry = canonical(entry_members(rng, index, opened))
            if index % 3:
                entry = spoiled(entry, rng) if index % 3 == 1 else flip(entry, rng)
            if verify.read_entry(entry):
                value = verify.read_canonical(entry)
                self.assertLessEqual({"at", "commitment", "epoch", "type", "v"}, set(value))
                self.assertLessEqual(set(value), names)
                datetime.datetime.strptime(value["at"], "%Y-%m-%dT%H:%M:%S.%fZ")
            else:
                self.assertNotEqual(index % 3, 0, entry)

    def test_a_point_has_one_encoding_only(self):
        """Of y and y + p, both below 2^255 for y < 19, only the first is taken, also where the point is not of low order."""
        p, usable = 2**255 - 19, 0
        for y in range(19):
            for sign in (0, 2**255):
                usable += verify.usable_point((y | sign).to_bytes(32, "little")) is not None
                self.assertIsNone(verify.usable_point((y + p | sign).to_bytes(32, "little")))
        self.assertGreater(usable, 10)
        self.assertIsNone(verify.decode_point((1 | 2**255).to_bytes(32, "little")))

    def test_canonical_json_refuses_what_is_not(self):
        for text in (b'{"a":1,"a":1}', b'{"b":1,"a":1}', b'{"a": 1}', b'"\\u0061"', b'"\\ud800"', b'"\\u001F"', b"1.0", b"-0", b"1e2", b"01", b"NaN", b"-Infinity",
                     b"1e400", b"9007199254740993", b'"\xff"', b"\xef\xbb\xbf1", b"1\n", b"", b'"\t"', b'{"\\ud800":1}', b"[" * 100000, b"[" * 900 + b"1" + b"]" * 900 + b" "):
            with self.subTest(text=text[:20]):
                self.assertRaises(ValueError, verify.read_canonical, text)
        for text in (b'{"":{}}', b"[1,-2.5,1e+30,1e-7,0.000001,100000000000000000000,1e+21]", '"\u20ac\u007f\\u001f\\n/"'.encode(), b"null", b"true",
                     '{"\U0001f600":1,"\ufb33":2}'.encode()):
            verify.read_canonical(text)

    def test_readers_of_anything_refuse_with_a_value_error_only(self):
        rng, maker = random.Random(8), Maker("fuzz", "case", 9)
        sealed = maker.checkpoint(9)
        samples = ((verify.read_checkpoint, sealed), (verify.read_policy, maker.policy.encode()), (verify.read_timestamp, time_stamp(bytes(32))),
                   (verify.read_proof, maker.proof(3, checkpoint=sealed)), (verify.read_canonical, maker.entries[0]), (verify.read_opened, b'{"body":"","salt":"","v":1}'))
        for reader, good in samples:
            for _ in range(300):
                data = bytearray(good)
                for _ in range(rng.randint(0, 4)):
                    at = rng.randrange(len(data) + 1)
                    data[at:at + rng.randrange(3)] = rng.getrandbits(16).to_bytes(2, "big")[:rng.randrange(3)]
                try:
                    reader(bytes(data))
                except ValueError:
                    pass

    def test_a_real_response_of_openssl_is_read(self):
        from shutil import which
        if not which("openssl"):
            self.skipTest("no openssl on this machine")
        with tempfile.TemporaryDirectory() as top:
            def run(*words):
                subprocess.run(("openssl",) + words, cwd=top, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with open(os.path.join(top, "tsa.cnf"), "w") as file:
                file.write("[req]\ndistinguished_name=n\nx509_extensions=e\nprompt=no\n[n]\nCN=Invented authority\n[e]\nextendedKeyUsage=critical,timeStamping\n"
                           "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ndefault_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\n")
            for name, data in (("data", b"checkpoint\n"), ("serial", b"01\n")):
                with open(os.path.join(top, name), "wb") as file:
                    file.write(data)
            run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "CA.pem", "-config", "tsa.cnf", "-days", "2")
            run("ts", "-query", "-data", "data", "-sha256", "-cert", "-out", "q.tsq")
            run("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q.tsq", "-signer", "CA.pem", "-inkey", "key.pem", "-out", "r.tsr")
            run("ts", "-verify", "-data", "data", "-in", "r.tsr", "-CAfile", "CA.pem")
            with open(os.path.join(top, "r.tsr"), "rb") as file:
                by_sha256, imprint, _ = verify.read_timestamp(file.read())
            self.assertEqual((by_sha256, imprint), (True, hashlib.sha256(b"checkpoint\n").digest()))


@unittest.skipUnless(VECTORS, "the published vectors are not here: no shared/vectors above")
class Vectors(InAFolder):

    def load(self, *path):
        with open(os.path.join(VECTORS, *path), encoding="utf-8") as file:
            return json.load(file)

    def test_all_of_wycheproof_for_ed25519(self):
        count = 0
        for group in self.load("wycheproof", "ed25519_test.json")["testGroups"]:
            public = bytes.fromhex(group["publicKey"]["pk"])
            for test in group["tests"]:
                valid = verify.ed25519_valid(public, bytes.fromhex(test["msg"]), bytes.fromhex(test["sig"]))
                self.assertEqual(valid, test["result"] == "valid", test)
                count += 1
        self.assertEqual(count, 151)

    def test_all_of_ed25519_cctv_by_the_criteria_of_the_ledgers_format(self):
        refused = {"low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R", "low_order_residue"}
        tests = self.load("ed25519-cctv", "ed25519vectors.json")
        for test in tests:
            valid = verify.ed25519_valid(bytes.fromhex(test["key"]), test["msg"].encode(), bytes.fromhex(test["sig"]))
            self.assertEqual(valid, not refused & set(test["flags"] or ()), test)
        self.assertEqual(len(tests), 914)

    def test_all_inclusion_and_consistency_proofs_of_rfc_9162(self):
        count = 0
        for kind in ("inclusion", "consistency"):
            for folder, _, names in os.walk(os.path.join(VECTORS, "merkle-rfc9162", kind)):
                for name in (name for name in names if name.endswith(".json")):
                    case = self.load(folder, name)
                    path = [base64.b64decode(step) for step in case["proof"] or []]
                    hashes = [base64.b64decode(case.get(member) or "") for member in ("leafHash", "root", "root1", "root2")]
                    if kind == "inclusion":
                        good = len(hashes[0]) == 32 and case["leafIdx"] >= 0 and verify.included(case["leafIdx"], case["treeSize"], hashes[0], path, hashes[1])
                    else:
                        good = verify.consistent(case["size1"], case["size2"], hashes[2], hashes[3], path)
                        good = good and case["size1"] > 0  # the suite has no proof from the empty tree; nor do bags ask for one
                    self.assertEqual(good, not case["wantErr"], name + case["desc"])
                    count += 1
        self.assertGreaterEqual(count, 196)

    def test_the_trees_of_rfc_6962(self):
        tree = self.load("merkle-rfc9162", "rfc6962-tree.json")
        leaves = [verify.leaf_hash(bytes.fromhex(text)) for text in tree["leafInputsHex"]]
        self.assertEqual([leaf.hex() for leaf in leaves], tree["leafHashes"])
        self.assertEqual(verify.EMPTY_ROOT.hex(), tree["rootsBySize0to8"][0])
        for size in range(1, 9):
            self.assertEqual(verify.tree_root(b"".join(leaves[:size])).hex(), tree["rootsBySize0to8"][size])

    def test_the_log_of_tessera_at_each_of_its_sizes(self):
        top = os.path.join(VECTORS, "tlog-tiles", "tessera-log")
        for size in range(1, 16):
            with open(os.path.join(top, "checkpoint.%d" % size), "rb") as file:
                checkpoint = verify.read_checkpoint(file.read())
            with open(os.path.join(top, "tile", "entries", "000.p", str(size)), "rb") as file:
                hashes = b"".join(map(verify.leaf_hash, verify.split_bundle(file.read(), size)))
            with open(os.path.join(top, "tile", "0", "000.p", str(size)), "rb") as file:
                self.assertEqual(file.read(), hashes)
            self.assertEqual((checkpoint.size, checkpoint.root), (size, verify.tree_root(hashes)))

    def test_the_note_and_the_key_of_the_specification(self):
        with open(os.path.join(VECTORS, "tlog-tiles", "spec-signed-note.md"), encoding="utf-8") as file:
            specification = file.read()
        key = verify.read_key(b"example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", 1)
        note = specification[specification.index("This is an example message."):].partition("```")[0]
        text, signatures = verify.read_note(note.encode())
        self.assertTrue(verify.ed25519_valid(key.public, text, signatures[0].value))
        self.assertEqual(signatures[0].key_id, key.id)

    def test_all_of_jcs(self):
        top = os.path.join(VECTORS, "jcs-rfc8785", "testdata")
        names = sorted(os.listdir(os.path.join(top, "input")))
        for name in names:
            with open(os.path.join(top, "input", name), "rb") as file:
                value = verify.read_json(file.read())
            with open(os.path.join(top, "output", name), "rb") as file:
                expected = file.read()
            self.assertEqual(verify.canonical_json(value).encode(), expected)
            self.assertEqual(verify.read_canonical(expected), value)
        self.assertEqual(len(names), 6)

    def test_the_bags_of_the_conformance_suite_get_as_far_as_they_may(self):
        """None of them is a sealed bag, so all are refused: the invalid ones for what is wrong with them."""
        top = os.path.join(VECTORS, "bagit")
        for folder, _, names in os.walk(top):
            if "data" in os.path.relpath(folder, top).split(os.sep) or not names:
                continue
            self.assertEqual(result(folder)[0], 1, folder)
        self.assertEqual(result(os.path.join(top, "v1.0", "invalid", "bagit-with-invalid-whitespace"))[1], "bag.malformed")
        for name in ("same-filename-listed-twice-with-different-hashes", "same-filename-listed-twice-with-the-same-hash"):
            checker = verify.BagCheck(os.path.join(top, "v1.0", "invalid", name), None)
            checker.container()
            with self.assertRaises(verify.Fault) as found:
                checker.read_manifest("manifest-sha256.txt", True)
            self.assertEqual(found.exception.code, "bag.duplicate")


def main():
    if sys.argv[1:2] == ["--make"] and len(sys.argv) == 5:
        make_many(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    elif sys.argv[1:2] == ["--variants"] and len(sys.argv) == 3:
        make_variants(sys.argv[2])
    elif sys.argv[1:2] == ["--large"] and len(sys.argv) == 4:
        maker = Maker("large", "log", int(sys.argv[3]))
        maker.opened, maker.earlier = [], [maker.size // 3]
        write_folder(maker.files(), sys.argv[2])
    elif sys.argv[1:] == ["--answer"]:
        answer()
    else:
        if VECTORS is None:
            print("The published vectors are not here (no shared/vectors above): their tests are skipped.")
        unittest.main()


if __name__ == "__main__":
    main()
