"""What the shipped rules know of forms and language, read once for all tests."""

from govcheck.rulebook.loading import load_rulebook

KNOWLEDGE = load_rulebook().knowledge
FORMS = KNOWLEDGE.forms
VOCABULARY = KNOWLEDGE.vocabulary
