"""The verdict: is the green thread whole, where does it break, who can mend it?"""

from gronagraf.thread.judging import judge
from gronagraf.thread.verdict import Gap, Link, Mender, State, Thread, Verdict

__all__ = ["Gap", "Link", "Mender", "State", "Thread", "Verdict", "judge"]
