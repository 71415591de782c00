"""What the verbs share: how they are declared, their options, the way in and the way out."""
