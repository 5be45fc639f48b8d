"""Where MiniStack differs from AWS in what this product uses, mended: one module for each part of it.

They run in the emulator's own venv, so they import MiniStack, the guard and the standard library alone. Each
patch fits one exact version; tests hold what it promises.
"""

PINNED = "1.5.33"
