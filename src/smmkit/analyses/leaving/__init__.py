"""What leaves the organization: chosen, screened, placed, compared with the last time."""
