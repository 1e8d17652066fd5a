"""Reading aloud, by whatever voice the machine has; the network is never used."""

from screener.speaking.caution import Caution, Press
from screener.speaking.sentences import digit_by_digit, question_sentences
from screener.speaking.speech import Speech

__all__ = ["Caution", "Press", "Speech", "digit_by_digit", "question_sentences"]
