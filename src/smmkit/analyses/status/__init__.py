"""Where an organization stands: on its journey, in the circle, and in what is open."""
