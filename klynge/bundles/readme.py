"""What a bundle says of itself to whoever opens it, in both languages."""

ENGLISH = """\
# A bundle of evidence ({format})

This folder holds a part of the record `{origin}`, which Klynge kept, and what is needed to check that nobody changed it afterwards.
It needs neither Klynge nor a network: any program that can compute SHA-256 and check Ed25519 signatures will do.

| file | holds |
|---|---|
| `manifest.json` | what this is a part of, how large the tree is, and every file with its length and SHA-256 |
| `checkpoint` | the signed size and root of the tree, with the signatures of those who witnessed it (C2SP checkpoint) |
| `checkpoints/` | earlier ones, named by their size |
| `leaves.bin` | the hash of every event of the whole record, 32 bytes each, in order |
| `events/*.tsv` | the events that are handed out here, one a line: position, stream, version, tag, recorded at, stored state |
| `texts/*.tsv` | sealed texts that are opened here, one a line: position, field, salt (base64), value (JSON) |
| `papers/` | attached files, named by their SHA-256 |
| `schemas/` | the form of the state (`envelope.json`) and of each event in it (JSON Schema) |
| `sentences.json` | what each kind of event says, in Danish and English |

**Checking.** Columns are separated by one tab, lines end with one line feed. `recorded at` counts microseconds since 1970 UTC.

1. Leaf of an event = SHA-256(byte 0, then `klynge/v1`, a line feed, and position, stream, version, tag, recorded at, state, each
   after its length as four bytes, most significant first; numbers are written in decimal digits). It stands in `leaves.bin` at
   32 x (position - 1).
2. Root of the leaves as in RFC 9162: SHA-256(byte 1, left, right), the left part holding the largest power of two that is less
   than their number. The checkpoint signs size and root.
3. A sealed text stands in its event as `{{"c", "box"}}`. `c` = SHA-256(`klynge/commit/v1`, salt, stream after its length, version
   in eight bytes, field after its length, value after its length). What does not fit was never said there.
4. A text that is not opened here was either withheld from whoever this was made for, or was erased: then an event
   (`person.erased`, `redaction.carried-out`) names its place.

Schemes of this record: {schemes}. The keys and witnesses that you trust must come from elsewhere, never from this folder.
"""

DANISH = """\
# En bevispakke ({format})

Mappen rummer en del af protokollen `{origin}`, som er ført i Klynge, og det, der skal til for at efterprøve, at ingen har ændret
den siden. Det kræver hverken Klynge eller netadgang: ethvert program, der kan regne SHA-256 og kontrollere Ed25519-underskrifter,
kan bruges.

| fil | indhold |
|---|---|
| `manifest.json` | hvad pakken er en del af, hvor stort træet er, og hver fil med længde og SHA-256 |
| `checkpoint` | træets størrelse og rod med underskrift, og underskrifter fra dem, der har bevidnet den (C2SP checkpoint) |
| `checkpoints/` | tidligere af samme slags, opkaldt efter størrelsen |
| `leaves.bin` | et aftryk af hver eneste hændelse i hele protokollen, 32 byte hver, i rækkefølge |
| `events/*.tsv` | de hændelser, der udleveres her, en pr. linje: position, strøm, version, mærke, registreret, gemt indhold |
| `texts/*.tsv` | forseglede tekster, der er åbnet her, en pr. linje: position, felt, salt (base64), værdi (JSON) |
| `papers/` | bilag, opkaldt efter deres SHA-256 |
| `schemas/` | formen af det gemte (`envelope.json`) og af hver slags hændelse deri (JSON Schema) |
| `sentences.json` | hvad hver slags hændelse siger, på dansk og engelsk |

**Efterprøvning.** Kolonner adskilles af et tabulatortegn, linjer ender med et linjeskift. »Registreret« er mikrosekunder siden
1970, UTC.

1. Aftrykket af en hændelse = SHA-256(byten 0, derefter `klynge/v1`, et linjeskift, og position, strøm, version, mærke, registreret
   og gemt indhold, hver efter sin længde skrevet i fire byte med den mest betydende først; tal skrives med cifre). Det står i
   `leaves.bin` ved 32 x (position - 1).
2. Roden regnes som i RFC 9162: SHA-256(byten 1, venstre, højre), hvor venstre del er den største potens af to, der er mindre end
   antallet. Størrelse og rod er underskrevet i `checkpoint`.
3. En forseglet tekst står i sin hændelse som `{{"c", "box"}}`. `c` = SHA-256(`klynge/commit/v1`, salt, strøm efter sin længde,
   version i otte byte, felt efter sin længde, værdi efter sin længde). Passer det ikke, er teksten aldrig sagt dér.
4. En tekst, der ikke er åbnet her, er enten ikke til for den, pakken er lavet til, eller også er den slettet: så nævner en hændelse
   (`person.erased`, `redaction.carried-out`) stedet.

Protokollens metoder: {schemes}. Nøgler og vidner, du stoler på, skal komme andetsteds fra, aldrig fra denne mappe.
"""
