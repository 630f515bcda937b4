"""What the checkpointer signed is what an auditor's program finds whole, also after the key was changed."""

import subprocess
import sys
from pathlib import Path

import clients.klynge_verify
from klynge.checkpointing.rotating import rotate
from tests.checkpointing.working import Bench
from tests.klynge.process import House

UNWITNESSED, DIVERGES = 10, 30
PROGRAM = Path(clients.klynge_verify.__file__)


def verified(bundle: Path, trust: Path) -> "subprocess.CompletedProcess[str]":
    told = [sys.executable, str(PROGRAM), str(bundle), "--trust", str(trust)]
    return subprocess.run(told, capture_output=True, text=True, check=False)


async def test_whoever_holds_the_first_key_finds_all_heads_whole(bench: Bench, tmp_path: Path) -> None:
    bench.look()
    first = bench.keys[0]
    head = bench.head()
    await rotate(bench.settings, wait_s=0)
    bench.look()
    assert (await rotate(bench.settings, wait_s=0)).is_done
    # From here on the new key signs alone.
    bench.again()
    await rotate(bench.settings, wait_s=0)
    bench.look()
    assert [each.size for each in bench.proofs.checkpoints(0)] == [4, 5, 6]
    assert first.vkey not in {each.vkey for each in bench.keys}
    trust = tmp_path / "trust.toml"
    (tmp_path / "held").write_text(bench.proofs.checkpoint(head.size) or "")
    trust.write_text(f'origin = "{first.name}"\nkeys = ["{first.vkey}"]\n[[head]]\nnote = "held"\n')
    assert House(bench.log.parent).run("export", str(tmp_path / "bundle"), "--all").clean
    said = verified(tmp_path / "bundle", trust)
    assert said.returncode == UNWITNESSED, said.stdout + said.stderr
    # The control: the same with a head that the auditor holds of another log.
    trust.write_text(f'origin = "{first.name}"\nkeys = ["{first.vkey}"]\n[[head]]\nsize = 4\nroot = "{"A" * 43}="\n')
    assert verified(tmp_path / "bundle", trust).returncode == DIVERGES
