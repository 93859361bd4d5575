#!/usr/bin/env python3
# ruff: noqa
# fmt: off
"""score.py GOLD.jsonl PRED.jsonl [--by-tag]

PRED rows: {"id":..., "figures":[{"value"|"low"+"high", "measure", "kind", "qualifier", "unit", "source_id", "start", "end"...}]}.
A prediction matches a gold figure on value (or low+high) and, at the second level, measure; at the third also kind.
Predictions of one item with the same (value, measure) count once (repeated mentions).  Optional gold figures are neither
rewarded nor punished.  """
import json, sys
from collections import defaultdict
def key(f, lvl):
    v = f.get('value') if f.get('value') is not None else (f.get('low'), f.get('high'))
    return (v,) + ((f.get('measure'),) if lvl > 0 else ()) + ((f.get('kind'),) if lvl > 1 else ())
def load(p): return [json.loads(l) for l in open(p, encoding='utf8') if l.strip()]
def prf(tp, fp, fn):
    P = tp / max(1, tp + fp); R = tp / max(1, tp + fn); return P, R, 2 * P * R / max(1e-9, P + R)
def main(gold, pred, by_tag=False):
    gold = {r['id']: r for r in load(gold)}; pred = {r['id']: r.get('figures', []) for r in load(pred)}
    for lvl, name in enumerate(('value', 'value+measure', 'value+measure+kind')):
        c = defaultdict(lambda: [0, 0, 0]); fields = defaultdict(lambda: [0, 0]); neg = [0, 0]; tags = defaultdict(lambda: [0, 0, 0])
        for i, r in gold.items():
            left = list(r['figures']); seen = set(); ps = []
            for f in pred.get(i, []):
                k = key(f, max(lvl, 1) if f.get('measure') else 0)
                if k not in seen: seen.add(k); ps.append(f)
            if not r['figures']: neg[1] += 1; neg[0] += bool(ps)
            t = [0, 0, 0]
            for f in ps:
                hit = next((x for x in sorted(left, key=lambda x: x.get('optional', False)) if key(x, lvl) == key(f, lvl)), None)
                if hit is None: t[1] += 1; continue
                left.remove(hit)
                if hit.get('optional'): continue
                t[0] += 1
                for k in ('measure', 'kind', 'qualifier', 'unit', 'source_id', 'direction', 'scope'):
                    if k in f and (k != 'source_id' or hit.get(k)): fields[k][1] += 1; fields[k][0] += f[k] == hit.get(k)
            t[2] = sum(not x.get('optional') for x in left)
            for j in range(3):
                c[r['lang']][j] += t[j]
                for tag in r.get('tags', []): tags[tag][j] += t[j]
        tot = [sum(v[j] for v in c.values()) for j in range(3)]
        print(name)
        for L, v in sorted(c.items(), key=lambda x: -sum(x[1])) + [('all', tot)]:
            print('  %-4s P %.3f R %.3f F1 %.3f (tp %d fp %d fn %d)' % ((L,) + prf(*v) + tuple(v)))
        print('  negatives with a false figure: %d/%d' % tuple(neg), {k: '%.2f' % (a / b) for k, (a, b) in fields.items() if b})
        if by_tag and lvl == 1:
            for tag, v in sorted(tags.items(), key=lambda x: prf(*x[1])[2]):
                if sum(v) >= 5: print('    %-22s F1 %.2f (tp %d fp %d fn %d)' % ((tag, prf(*v)[2]) + tuple(v)))
if __name__ == '__main__': main(sys.argv[1], sys.argv[2], '--by-tag' in sys.argv)
