"""SMM7xx, SMM84x, SMM954, SMM96x to SMM98x, SMM458, SMM459: claims proved, audits fair, findings settled."""
