"""Mutated reports, rule files and ledgers, thrown at govcheck: ``python -m fuzzing FOLDER``.

``specimens`` make the seeds, ``changes`` mutate them, ``trials`` run one input and say what is
wrong with the outcome, ``campaign`` runs many and ``shrinking`` makes a failing one small.
"""
